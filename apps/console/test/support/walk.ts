import type { Page } from 'playwright-core';

/** Where a person without a mouse is. */
interface Stop {
  /** As those who listen hear it; empty for none. */
  readonly name: string;
  /** Whether a mark of focus is drawn, inside the window. */
  readonly isSeen: boolean;
  /** Its place among the elements of the page. */
  readonly order: number;
}

const MOST = 200;

/** What has the focus. */
export async function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    if (element === document.body) return { name: '', isSeen: false, order: -1 };
    const labels = 'labels' in element ? [...((element.labels as NodeList | null) ?? [])] : [];
    const labelled = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '');
    const names = [
      element.getAttribute('aria-label'),
      labelled.join(' '),
      ...labels.map((label) => label.textContent),
      element.textContent,
    ];
    // A control drawn by its neighbour, such as a tick box, shows its mark there.
    const drawn = [element, element.nextElementSibling, element.parentElement].filter(
      (one): one is Element => one !== null,
    );
    const isMarked = drawn.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isInside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    return {
      name: (names.find((name) => name?.trim()) ?? '').replaceAll(/\s+/gu, ' ').trim(),
      isSeen: isMarked && isInside,
      order: [...document.querySelectorAll('*')].indexOf(element),
    };
  });
}

/** Presses Tab until the control of that name has the focus. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < MOST; press += 1) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) {
      if (!stop.isSeen) throw new Error(`« ${stop.name} » has the focus and does not show it.`);
      return;
    }
    passed.push(stop.name);
  }
  throw new Error(`No press of ${key} led to ${String(name)}, but to: ${[...new Set(passed)].join(' | ')}`);
}

/** Every stop from the first to the last, where the browser's own controls begin. */
export async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let press = 0; press < MOST; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop.order === -1 || stop.order === stops[0]?.order) return stops;
    stops.push(stop);
  }
  throw new Error(`The focus never leaves the page: ${stops.at(-1)?.name}`);
}
