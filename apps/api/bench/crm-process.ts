import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

/** A server of the CRM's paths in a process of its own. */
export interface CrmProcess {
  /** Reads a path to its end; answers its length in bytes. */
  read(path: string): Promise<number>;
  /** Sends a CSV file as a browser's form does; answers how many deals were added. */
  upload(csv: Iterable<string>): Promise<number>;
  /** Most memory the process ever had, in MB. */
  peakMegabytes(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a server on a SQLite file. */
export async function startCrm(file: string): Promise<CrmProcess> {
  const child = fork(new URL('./crm-server.ts', import.meta.url), [file]);
  const [origin] = (await once(child, 'message')) as [string];
  return {
    read: async (path) => {
      const sent = request(`${origin}/api${path}`);
      sent.end();
      return drained(await answered(sent));
    },
    upload: async (csv) => {
      const sent = request(`${origin}/api/upload/csv`, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      });
      sent.write('--x\r\nContent-Disposition: form-data; name="file"; filename="deals.csv"\r\n\r\n');
      for (const text of csv) if (!sent.write(text)) await once(sent, 'drain');
      sent.end('\r\n--x--\r\n');
      const response = await answered(sent);
      const body = JSON.parse(Buffer.concat(await response.toArray()).toString());
      return body.data.nb_imported;
    },
    peakMegabytes: async () => {
      child.send('peak');
      const [peak] = (await once(child, 'message')) as [number];
      return Math.round(peak);
    },
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}

async function answered(sent: ReturnType<typeof request>): Promise<IncomingMessage> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}

async function drained(response: IncomingMessage): Promise<number> {
  if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`);
  let bytes = 0;
  for await (const chunk of response) bytes += chunk.length;
  return bytes;
}
