import { fork } from 'node:child_process';
import { once } from 'node:events';
import { VENDORS } from './pace/vendors.ts';

/**
 * Imports and exports against vendors with their limits and 150 ms of latency: how near the engine comes to what the
 * vendor itself allows. The floor is the time of the calls that carry records at the vendor's full speed (5 or 3 a second);
 * what the engine calls, waits or works for besides counts against it. Not one call may be refused for its rate, also with two runs on one base.
 */
console.log('import and export at the pace of the vendors, 150 ms of latency:');
const codes = await Promise.all(
  VENDORS.map(async ({ definition }) => {
    const child = fork(new URL('./pace/measure-vendor.ts', import.meta.url), [definition.provider]);
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  }),
);
if (codes.some((code) => code !== 0)) process.exitCode = 1;
