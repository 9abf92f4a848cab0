import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RateLimiterPool } from '@passerelle/connector';
import { SCENES, type Scene } from './scenes.ts';
import { timedRun } from './timed-run.ts';
import { type SeenRequest, startVendor } from './vendor-process.ts';
import { vendorNamed } from './vendors.ts';

/** Measures one vendor, in a process of its own so that both can be measured in the same minute. */
const vendor = vendorNamed(process.argv[2]);
const server = await startVendor(vendor);
const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
const limiters = new RateLimiterPool();
try {
  for (const scene of SCENES) {
    const runs = scene.directions.map((direction) =>
      timedRun({ vendor, apiUrl: server.apiUrl, direction, share: scene.share, limiters, folder }),
    );
    const durationMs = Math.max(...(await Promise.all(runs)));
    report(scene, durationMs, await server.seen());
  }
} finally {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function report(scene: Scene, durationMs: number, seen: readonly SeenRequest[]): void {
  const { limit, definition } = vendor;
  const calls = vendor.calls * scene.share * scene.directions.length;
  const floor = (calls / limit.calls) * limit.windowMs;
  const ratio = floor / durationMs;
  const target = scene.target === null ? '' : ` (target >= ${scene.target})`;
  const refused = seen.filter(({ status }) => status === 429).length;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  console.log(
    [
      `  ${definition.label}, ${scene.name}: ${calls} calls with records in ${seconds(durationMs)},`,
      `floor ${seconds(floor)}, ratio ${ratio.toFixed(3)}${target};`,
      `${seen.length} calls in all, ${refused} answers 429 (target 0),`,
      `${busiestWindow(seen, limit.windowMs)} calls in the busiest second (limit ${limit.calls})`,
    ].join(' '),
  );
  if (ratio < (scene.target ?? 0) || refused > 0) process.exitCode = 1;
}

function busiestWindow(seen: readonly SeenRequest[], windowMs: number): number {
  return Math.max(
    ...seen.map((one) => seen.filter(({ at }) => at >= one.at && at < one.at + windowMs).length),
  );
}
