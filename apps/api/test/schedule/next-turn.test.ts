import { describe, expect, it } from 'vitest';
import { nextTurn, type TurnRule } from '../../src/schedule/next-turn.ts';
import { endOfQuiet } from '../../src/schedule/quiet-hours.ts';

const PARIS: TurnRule = {
  everyMinutes: null,
  cron: null,
  timeZone: 'Europe/Paris',
  quietHours: null,
  updatedAt: '2026-01-01T00:00:00.000Z',
};

/** The next turns of a rule after an instant, each from the one before. */
function turns(rule: Partial<TurnRule>, after: string, count = 4): (string | undefined)[] {
  let last: Date | null = new Date(after);
  return Array.from({ length: count }, () => {
    last = last && nextTurn({ ...PARIS, ...rule }, last);
    return last?.toISOString().replace(':00.000Z', 'Z');
  });
}

describe('the next turn', () => {
  it('of an interval is counted from when it was saved, whatever turns were missed', () => {
    const rule = { everyMinutes: 30, updatedAt: '2026-05-04T08:10:20.000Z' };
    expect(nextTurn({ ...PARIS, ...rule }, new Date(rule.updatedAt))?.toISOString()).toBe(
      '2026-05-04T08:40:20.000Z',
    );
    expect(nextTurn({ ...PARIS, ...rule }, new Date('2026-05-06T09:00:00Z'))?.toISOString()).toBe(
      '2026-05-06T09:10:20.000Z',
    );
  });

  it('of an expression is read on the clocks of its zone', () => {
    expect(turns({ cron: '0 7 * * 1-5' }, '2026-03-26T12:00:00Z')).toEqual([
      '2026-03-27T06:00Z',
      // Summer time began on Sunday the 29th.
      '2026-03-30T05:00Z',
      '2026-03-31T05:00Z',
      '2026-04-01T05:00Z',
    ]);
    expect(turns({ cron: '0 7 * * *', timeZone: 'Asia/Kolkata' }, '2026-05-04T00:00:00Z', 1)).toEqual([
      '2026-05-04T01:30Z',
    ]);
  });

  it('comes once on the day its time comes twice, and after the gap on the day it is left out', () => {
    expect(turns({ cron: '30 2 * * *' }, '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30Z',
      '2026-10-26T01:30Z',
    ]);
    expect(turns({ cron: '30 2 * * *' }, '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:00Z',
      '2026-03-30T00:30Z',
    ]);
  });

  it('of an expression is the next one that is not in quiet hours, over midnight too', () => {
    const quietHours = { from: '22:00', to: '06:00' };
    expect(turns({ cron: '0 */4 * * *', quietHours }, '2026-05-04T12:00:00Z', 5)).toEqual([
      '2026-05-04T14:00Z',
      '2026-05-04T18:00Z',
      '2026-05-05T06:00Z',
      '2026-05-05T10:00Z',
      '2026-05-05T14:00Z',
    ]);
    expect(turns({ cron: '0 6 * * *', quietHours }, '2026-05-04T12:00:00Z', 1)).toEqual([
      '2026-05-05T04:00Z',
    ]);
  });

  it('of an interval waits for the end of the quiet hours, then keeps its own pace', () => {
    const rule = {
      everyMinutes: 240,
      quietHours: { from: '22:00', to: '06:15' },
      updatedAt: '2026-05-04T13:00:00.000Z',
    };
    // 15:00, 19:00 in Paris; 23:00 and 03:00 are quiet; 07:00.
    expect(turns(rule, '2026-05-04T13:00:00Z')).toEqual([
      '2026-05-04T17:00Z',
      '2026-05-05T04:15Z',
      '2026-05-05T05:00Z',
      '2026-05-05T09:00Z',
    ]);
  });

  it('is none when every time is quiet', () => {
    const quietHours = { from: '22:00', to: '06:00' };
    expect(nextTurn({ ...PARIS, cron: '0 23,3 * * *', quietHours }, new Date('2026-05-04'))).toBeNull();
  });
});

describe('quiet hours', () => {
  const end = (instant: string, from: string, to: string) =>
    endOfQuiet(new Date(instant), { from, to }, 'Europe/Paris').toISOString();

  it('end at their minute, and what is outside of them stays', () => {
    expect(end('2026-05-04T21:30:45.000Z', '22:00', '06:00')).toBe('2026-05-05T04:00:00.000Z');
    expect(end('2026-05-05T03:59:59.999Z', '22:00', '06:00')).toBe('2026-05-05T04:00:00.000Z');
    expect(end('2026-05-05T04:00:00.000Z', '22:00', '06:00')).toBe('2026-05-05T04:00:00.000Z');
    expect(end('2026-05-04T12:30:00.000Z', '22:00', '06:00')).toBe('2026-05-04T12:30:00.000Z');
    expect(end('2026-05-04T10:30:00.000Z', '12:00', '14:30')).toBe('2026-05-04T12:30:00.000Z');
    expect(end('2026-05-04T10:00:00.000Z', '06:01', '06:00')).toBe('2026-05-05T04:00:00.000Z');
  });

  it('end on the clocks as people see them, in the nights these change', () => {
    // To summer time at 02:00 on 29 March 2026, back at 03:00 on 25 October 2026.
    expect(end('2026-03-28T22:00:00.000Z', '22:00', '06:00')).toBe('2026-03-29T04:00:00.000Z');
    expect(end('2026-10-24T21:00:00.000Z', '22:00', '06:00')).toBe('2026-10-25T05:00:00.000Z');
    // 02:30 is left out: the quiet hours end when the clocks jump over it.
    expect(end('2026-03-29T00:15:00.000Z', '01:00', '02:30')).toBe('2026-03-29T01:00:00.000Z');
  });
});
