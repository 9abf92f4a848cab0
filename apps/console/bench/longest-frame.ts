import type { Page } from 'playwright-core';

/** Scrolls the table from end to end for some seconds and answers the longest time between two frames. */
export function longestFrameMs(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const scroller = document.querySelector('table')?.parentElement;
        if (!scroller) return reject(new Error('no table'));
        const FRAMES = 180;
        const step = scroller.scrollHeight / FRAMES;
        let [longest, frames, before] = [0, 0, performance.now()];
        const next = (now: number) => {
          if (frames > 0) longest = Math.max(longest, now - before);
          before = now;
          frames += 1;
          if (frames > FRAMES) return resolve(longest);
          scroller.scrollTop += step;
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
  );
}
