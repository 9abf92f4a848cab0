import { expect, it } from 'vitest';
import { firstLoadBytes } from '../support/first-load.ts';
import { world } from '../support/world.ts';

const MOST = 200 * 1024;

/** What a first visit costs. */
export function testsOfWeight(): void {
  it('the dashboard is there with at most 200 kB of compressed JavaScript', async () => {
    const bytes = await firstLoadBytes(world.browser, world.server.origin);
    expect(bytes).toBeGreaterThan(50 * 1024);
    expect(bytes).toBeLessThan(MOST);
  });
}
