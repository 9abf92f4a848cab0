import { describe, expect, it } from 'vitest';
import { FakeClock, type NotionEmulatorOptions } from '../../src/index.ts';
import { at, startDeals } from './deals-workspace.ts';

async function startLimited(limits: NotionEmulatorOptions['limits']) {
  const clock = new FakeClock();
  const started = await startDeals({ clock, limits });
  const call = async (token?: string) =>
    started.send('GET', '/users/me', token === undefined ? {} : { token });
  const burst = async (count: number) => {
    const answers = [];
    for (let sent = 0; sent < count; sent += 1) answers.push((await call()).status);
    return answers.filter((status) => status === 200).length;
  };
  return { ...started, clock, call, burst };
}

describe('limits', () => {
  it('let 180 calls through in a fixed window of 60 seconds, for each token', async () => {
    const { burst, call, clock, emulator } = await startLimited('strict');
    emulator.state.setToken('other');
    expect(await burst(185)).toBe(180);
    clock.advance(20_500);
    const refused = await call();
    expect(refused).toMatchObject({
      status: 429,
      body: {
        code: 'rate_limited',
        message: 'You have been rate limited. Please try again in a few minutes.',
        additional_data: { rate_limit_reason: 'public_api_request_rate_limit', retry_after: '40' },
      },
    });
    expect(refused.headers.get('retry-after')).toBe('40');
    expect((await call('other')).status).toBe(200);
    clock.advance(39_500);
    expect((await call()).status).toBe(200);
  });

  it('take other figures, and figures for a second, while it runs', async () => {
    const { burst, clock, emulator } = await startLimited({ perMinute: 600 });
    expect(await burst(190)).toBe(190);
    emulator.setLimits({ perMinute: 5, perSecond: 3 });
    expect(await burst(4)).toBe(3);
    clock.advance(1000);
    expect(await burst(4)).toBe(2);
    emulator.setLimits('off');
    expect(await burst(10)).toBe(10);
  });

  it('can be set from outside, and refuse what they do not understand', async () => {
    const { emulator } = await startLimited('off');
    const post = (body: unknown) =>
      fetch(`${emulator.origin}/_control/limits`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await post({ limits: { perMinute: 1 } })).status).toBe(200);
    expect((await post({ limits: { perDay: 1 } })).status).toBe(400);
  });

  it('do not count requests without a valid token', async () => {
    const { send, burst } = await startLimited({ perMinute: 2 });
    for (let sent = 0; sent < 5; sent += 1) await send('GET', '/users/me', { token: 'wrong' });
    expect(await burst(3)).toBe(2);
    expect(at((await send('GET', '/users/me', { token: 'wrong' })).body, 'status')).toBe(401);
  });
});
