import type { Browser } from 'playwright-core';

/** Scrolls the table of deals from end to end for some seconds and answers the longest time between two frames. */
export async function longestFrameMs(browser: Browser, origin: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${origin}/deals`);
  await page.getByRole('row').nth(10).waitFor();
  const longest = await page.evaluate(
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
  await page.close();
  return longest;
}
