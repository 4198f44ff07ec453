import type { Page } from '@playwright/test';
import { OTHER_TARGETS } from './reviewed.ts';

/** CSS pixels that a target has at least, in both directions: WCAG 2.5.8, and what a thumb asks for. */
export const LEAST = { pointer: 24, thumb: 44 } as const;

/** What can be pressed and is smaller than `least`, with its size. Links in running text are as high as their line. */
export function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.evaluate(
    ({ least, others }) => {
      /** A link with words of the same line around it. */
      const isInText = (element: Element) => {
        if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false;
        const around = element.closest('p, li, blockquote, dd');
        return around !== null && around.textContent!.trim().length > element.textContent!.trim().length;
      };
      const modal = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document;
      return [...modal.querySelectorAll('button, a[href], input, select, textarea, summary, [role="slider"]')].flatMap(
        (element) => {
          // What is for screen readers is pressed by its label, as is a box with words beside it.
          const target = element.matches('input') ? (element.closest('label') ?? element) : element;
          if (!target.checkVisibility({ visibilityProperty: true }) || target.closest('.spoken')) return [];
          if (isInText(element)) return [];
          const [wide, high] = others.find(({ selector }) => element.matches(selector))?.least ?? [least, least];
          const { width, height, bottom } = target.getBoundingClientRect();
          // Above the page until it has the focus.
          if (bottom < -40 && getComputedStyle(target).position === 'fixed') return [];
          // Half a pixel is lost in rounding.
          if (width >= wide - 0.5 && height >= high - 0.5) return [];
          const name = element.getAttribute('aria-label') ?? target.textContent!.trim();
          return [`${element.tagName.toLowerCase()} “${name.slice(0, 40)}” ${Math.round(width)}×${Math.round(height)}`];
        },
      );
    },
    { least, others: OTHER_TARGETS },
  );
}

/** What sticks out of the window to the side, and words that are cut off by their box. */
export function cutOff(page: Page): Promise<string[]> {
  // The width of the screen: a phone makes its window as wide as what sticks out.
  return page.evaluate((screen) => {
    const found: string[] = [];
    /** A row that is scrolled by itself, as the topics on a narrow screen. */
    const inScroller = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || inScroller(element.parentElement));
    const root = document.scrollingElement!;
    if (root.scrollWidth > screen) found.push(`the page is ${root.scrollWidth} wide, the window ${screen}`);
    const modal = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
    for (const element of modal.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
      if (element.closest('.spoken, svg, [aria-hidden="true"]')) continue;
      // What is drawn to the scale of time has the room that its time has; its words are whole in its name, and in the table.
      if (element.closest('.uncovered, .chapter, [data-row], [data-stop]') || element.matches('.lanes')) continue;
      const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim() !== '');
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
      const clips = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip');
      const says = `${element.tagName.toLowerCase()}.${element.className.toString().replace(/ ?svelte-\w+/g, '')} “${element.textContent!.trim().slice(0, 40)}”`;
      // Words that end in an ellipsis are whole in a name, a title or a card.
      if (clips && textOverflow !== 'ellipsis' && webkitLineClamp === 'none' && element.textContent!.trim() !== '') {
        if (element.scrollWidth > element.clientWidth + 1) found.push(`${says} is cut off at the side`);
        if (element.scrollHeight > element.clientHeight + 2) found.push(`${says} is cut off below`);
      }
      if (getComputedStyle(element).position === 'sticky' && element.clientHeight > modal.clientHeight / 2)
        found.push(`${says} lies over most of what it sticks to`);
      if (!words) continue;
      const { left, right, width, height } = element.getBoundingClientRect();
      // A column of single letters is all there, and can't be read.
      const em = Number.parseFloat(getComputedStyle(element).fontSize);
      if (width < 3 * em && height > 6 * em && element.textContent!.trim().length > 8)
        found.push(`${says} is squeezed`);
      if (width > 0 && !inScroller(element) && (right > screen + 1 || (left < -1 && right > 0)))
        found.push(`${says} sticks out of the window`);
    }
    return [...new Set(found)];
  }, page.viewportSize()!.width);
}

type Change = (page: Page) => Promise<() => Promise<void>>;

/** Two frames: sizes are told to the components in the first. */
const settled = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

const twice: Change = async (page) => {
  const set = (size: string) =>
    page.evaluate((fontSize) => void (document.documentElement.style.fontSize = fontSize), size);
  await set('200%');
  await settled(page);
  return () => set('');
};

/** The spacing that WCAG 1.4.12 names, as a visitor's own style sheet sets it. */
const spaced: Change = async (page) => {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  await settled(page);
  return () => page.evaluate(() => void (document.adoptedStyleSheets = []));
};

const wide =
  (width: number): Change =>
  async (page) => {
    const before = page.viewportSize()!;
    await page.setViewportSize({ ...before, width });
    await settled(page);
    return () => page.setViewportSize(before);
  };

export const LARGE: Readonly<Record<string, Change>> = { '200 %': twice, spaced, 'at 900 px': wide(900) };
export const NARROW: Readonly<Record<string, Change>> = { '200 %': twice, spaced, 'at 320 px': wide(320) };
