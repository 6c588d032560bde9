import type { Locator, Page } from '@playwright/test';

/**
 * The controls that nobody can get at with a mouse, by their names: out of the window wherever one scrolls to, cut off at its
 * sides, or under something else. Of the page, or of the dialog that lies over it, unless
 * it is said of what.
 */
export const unreachableControls = (
  page: Page,
  within: Locator = page.locator('body, dialog[open]').last(),
): Promise<string[]> =>
  within.evaluate((root) => {
    const controls = root.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, summary, [role="link"]',
    );
    const nameOf = (control: HTMLElement): string =>
      control.getAttribute('aria-label') ?? (control.innerText || control.id);
    return [...controls].flatMap((control) => {
      if (!control.checkVisibility({ checkVisibilityCSS: true }) || control.closest('[inert]')) return [];
      // What is there for who comes by keyboard shows when it has the focus.
      if (control.classList.contains('shell__skip')) return [];
      // Some are drawn by their label, which lies over them.
      const labels = 'labels' in control ? [...((control as HTMLInputElement).labels ?? [])] : [];
      const shown = control.getBoundingClientRect().width < 2 ? (labels[0] ?? control) : control;
      shown.scrollIntoView({ block: 'center', inline: 'nearest' });
      const { left, right, top, bottom } = shown.getBoundingClientRect();
      const x = (left + right) / 2;
      // Of what is higher than the window, the part that is in it.
      const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2;
      const isWhole = left >= -1 && right <= innerWidth + 1 && top < innerHeight && bottom > 0;
      const hit = document.elementFromPoint(x, y);
      const isHit =
        hit !== null &&
        (shown.contains(hit) || hit.contains(shown) || labels.some((label) => label.contains(hit)));
      return isWhole && isHit
        ? []
        : [`${nameOf(control)} (${[left, top, right, bottom].map(Math.round).join(' ')})`];
    });
  });
