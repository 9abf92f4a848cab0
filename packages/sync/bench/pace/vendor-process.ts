import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Vendor } from './vendors.ts';

/** What the vendor saw of one request. */
export interface SeenRequest {
  readonly status: number | null;
  /** Milliseconds on the vendor's own clock. */
  readonly at: number;
}

/** A vendor that runs in a process of its own. */
export interface VendorProcess {
  readonly apiUrl: string;
  /** What it has seen since it was last asked. */
  seen(): Promise<SeenRequest[]>;
  stop(): void;
}

/** Starts it. */
export async function startVendor({ definition }: Vendor): Promise<VendorProcess> {
  const child = fork(new URL('./serve-vendor.ts', import.meta.url), [definition.provider]);
  const [apiUrl] = (await once(child, 'message')) as [string];
  const control = new URL('/_control/requests', apiUrl);
  return {
    apiUrl,
    async seen() {
      const requests = (await (await fetch(control)).json()) as SeenRequest[];
      await fetch(control, { method: 'DELETE' });
      return requests;
    },
    stop: () => child.kill(),
  };
}
