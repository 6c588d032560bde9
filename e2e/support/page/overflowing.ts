import type { Page } from '@playwright/test';

/**
 * What is larger than its place, by tag, class and words: out of the window at a side, cut off within, or laid over the footer.
 * As WCAG 1.4.10 asks, nobody scrolls sideways to read a line. Not what is for screen readers only, nor what says by « … » that
 * it was cut.
 */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const nameOf = (element: Element): string =>
      `${element.localName}.${element.getAttribute('class') ?? ''} ${element.textContent?.trim().slice(0, 60)}`;
    const isForReadersOnly = (element: Element | null): boolean =>
      element !== null &&
      (element.getBoundingClientRect().width <= 1 ||
        element.classList.contains('shell__skip') ||
        isForReadersOnly(element.parentElement));
    const isCut = (element: Element): boolean => {
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isClipped = overflowX !== 'visible' && textOverflow !== 'ellipsis';
      return isClipped && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
    };
    const isTooWide = (element: Element): boolean => {
      if (!element.checkVisibility({ checkVisibilityCSS: true }) || element.closest('svg, option'))
        return false;
      if (isForReadersOnly(element)) return false;
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > innerWidth + 1 || isCut(element);
    };
    const isTooHigh = (element: Element): boolean => element.scrollHeight > element.clientHeight + 1;
    return [
      ...[document.documentElement, ...root.querySelectorAll('*')].filter(isTooWide),
      ...[...document.querySelectorAll('.shell__content')].filter(isTooHigh),
    ].map(nameOf);
  });
