import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { REVIEWED, STRIPED } from './reviewed.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeNode {
  readonly target: readonly string[];
  readonly any: readonly { readonly data?: { readonly messageKey?: string } | null }[];
}
type AxeResults = Readonly<
  Record<'violations' | 'incomplete', readonly { readonly id: string; readonly nodes: readonly AxeNode[] }[]>
>;

/** A finding of axe: the rule and where, `rule: selector`. */
export interface Audited {
  readonly violations: readonly string[];
  /** What axe can't decide and no person has looked at (`reviewed.ts`), and what measured colours are too faint. */
  readonly incomplete: readonly string[];
}

/**
 * What axe finds wrong or can't decide, WCAG 2.2 A and AA. `less` leaves out all of the transcript but its beginning:
 * its hundreds of paragraphs are all made alike.
 */
export async function audit(page: Page, less = false): Promise<Audited> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(
    async ({ reviewed, striped, exclude }) => {
      const { axe } = window as unknown as { axe: { run(where: object, how: object): Promise<AxeResults> } };
      const found = await axe.run(
        { include: [['html']], exclude },
        {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
          resultTypes: ['violations', 'incomplete'],
        },
      );

      const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      /** Any CSS colour → red, green, blue, alpha, each from 0 to 1. */
      const read = (colour: string): number[] => {
        brush.clearRect(0, 0, 1, 1);
        brush.fillStyle = colour;
        brush.fillRect(0, 0, 1, 1);
        return [...brush.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
      };
      const over = ([r, g, b, alpha]: number[], below: number[]) =>
        [r, g, b].map((value, i) => value! * alpha! + below[i]! * (1 - alpha!));
      const luminance = (colour: number[]) => {
        const [r, g, b] = colour.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
      };
      /** The backgrounds that may lie below an element's words: several where one is a pattern. */
      const below = (element: Element | null): number[][] => {
        if (!element) return [read('Canvas')];
        const { backgroundColor, backgroundImage, backgroundRepeat, backgroundSize } = getComputedStyle(element);
        // A stripe along an edge has no words on it.
        const isStripe =
          element.matches(striped) &&
          /no-repeat/.test(backgroundRepeat) &&
          Number.parseFloat(backgroundSize.split(' ')[1] ?? '') < 10;
        const stops = isStripe
          ? []
          : (backgroundImage.match(/(?:rgba?|color|oklab|oklch|lab)\([^()]*\)|transparent/g) ?? []);
        const own = read(backgroundColor);
        const base = own[3] === 1 ? [own] : below(element.parentElement).map((beneath) => over(own, beneath));
        return stops.length === 0 ? base : base.flatMap((beneath) => stops.map((stop) => over(read(stop), beneath)));
      };
      /** The worst contrast of an element's words with what may lie below them, and what WCAG 1.4.3 asks for. */
      const measure = (element: Element) => {
        const { color, fontSize, fontWeight } = getComputedStyle(element);
        let opacity = 1;
        for (let at: Element | null = element; at; at = at.parentElement)
          opacity *= Number(getComputedStyle(at).opacity);
        const [r, g, b, alpha] = read(color);
        const ratios = below(element).map((beneath) => {
          const [ink, paper] = [over([r!, g!, b!, alpha! * opacity], beneath), beneath].map(luminance);
          return (Math.max(ink!, paper!) + 0.05) / (Math.min(ink!, paper!) + 0.05);
        });
        const size = Number.parseFloat(fontSize);
        // A sign in a word’s place is a picture, and asks for 3 (1.4.11).
        const large =
          !/[\p{L}\p{N}]/u.test(element.textContent ?? '') ||
          size >= 24 ||
          (size >= 18.66 && Number(fontWeight) >= 700);
        return { ratio: Math.min(...ratios), needed: large ? 3 : 4.5 };
      };

      const undecided = ({ id, target, any }: AxeNode & { id: string }): string | undefined => {
        const element = document.querySelector(target.join(' '));
        const reasons = any.flatMap(({ data }) => data?.messageKey ?? []);
        const row =
          element &&
          reviewed.find(
            ({ rule, selector, because, sign }) =>
              rule === id &&
              element.matches(selector) &&
              (because === undefined || reasons.some((reason) => because.includes(reason))) &&
              (!sign || !/[\p{L}\p{N}]/u.test(element.textContent ?? '')),
          );
        if (!row) return ` (${reasons.join() || 'no reason given'})`;
        if (!row.measured) return undefined;
        if (id === 'target-size') {
          const { width, height } = element.getBoundingClientRect();
          return width >= 24 && height >= 24 ? undefined : ` ${width}×${height}`;
        }
        const { ratio, needed } = measure(element);
        return ratio >= needed ? undefined : ` ${ratio.toFixed(2)} instead of ${needed}`;
      };
      const tell = (list: AxeResults['violations']) =>
        list.flatMap(({ id, nodes }) => nodes.map((node) => ({ ...node, id })));
      return {
        violations: tell(found.violations)
          .filter((one) => one.id !== 'target-size' || undecided(one) !== undefined)
          .map(({ id, target }) => `${id}: ${target.join(' ')}`),
        incomplete: tell(found.incomplete).flatMap((one) => {
          const why = undecided(one);
          return why === undefined ? [] : [`${one.id}: ${one.target.join(' ')}${why}`];
        }),
      };
    },
    {
      reviewed: REVIEWED,
      striped: STRIPED,
      exclude: less ? [['[data-stretch] ~ [data-stretch]'], ['[data-paragraph] ~ [data-paragraph]']] : [],
    },
  );
}
