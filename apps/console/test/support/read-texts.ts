import type { Page } from 'playwright-core';

/** Every text of a page that a person reads or hears, one for each element or attribute. */
export function readTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const READ = ['aria-label', 'aria-valuetext', 'aria-roledescription', 'placeholder', 'title', 'alt'];
    const texts: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const element = walker.currentNode as Element;
      // An option is read once its list is open, whatever the browser says of it before.
      const isRead = element.tagName === 'OPTION' || element.checkVisibility({ visibilityProperty: true });
      if (!isRead) continue;
      texts.push(...READ.map((name) => element.getAttribute(name) ?? ''));
      // Neighbouring pieces of one text stand in nodes of their own: they are read as one.
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      texts.push(own.map((node) => node.textContent).join(''));
    }
    return texts.filter((text) => text.trim() !== '');
  });
}
