import { note } from './setup/ledger.ts';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { audit, type Audited } from './access/audit.ts';

/** The page as a visitor and a screen reader know it: by the names of the contract. */
export class HourlinePage {
  readonly search: Locator;
  readonly count: Locator;
  readonly results: Locator;
  readonly transcript: Locator;
  readonly cues: Locator;
  readonly timeline: Locator;
  readonly slider: Locator;
  readonly table: Locator;
  readonly segments: Locator;
  readonly notes: Locator;
  readonly showNotes: Locator;
  readonly noteField: Locator;

  constructor(readonly page: Page) {
    const region = (name: string) => page.getByRole('region', { name, exact: true });
    this.search = page.getByRole('searchbox', { name: 'Search' });
    this.count = page.locator('[role="status"][data-count]');
    this.results = region('Results');
    this.transcript = region('Transcript');
    this.cues = this.transcript.locator('[data-cue]');
    this.timeline = region('Timeline');
    this.slider = page.getByRole('slider', { name: 'Position' });
    this.table = page.getByRole('table', { name: 'Timeline as a table' });
    this.segments = region('Segments');
    this.notes = region('Notes');
    this.showNotes = region('Show notes');
    this.noteField = page.getByRole('textbox', { name: 'Note' });
  }

  async open(hash = '', path = ''): Promise<void> {
    await this.page.goto(path + hash);
    await programmed(this.page);
    await expect(this.transcript).toBeVisible();
  }

  /** Opens a part of the side panel; wide screens show it anyway. */
  async panel(name: 'Results' | 'Segments' | 'Notes' | 'Show notes'): Promise<void> {
    const button = this.page.getByRole('button', { name: new RegExp(`^${name}`) });
    // On a phone searching opens the results by itself, and a press in that moment would close them again.
    await expect(async () => {
      if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
      expect(await button.getAttribute('aria-expanded')).not.toBe('false');
    }).toPass();
  }

  /** Empties the search and waits until that is answered: on a phone the answer closes the panel that searching had opened. */
  async emptySearch(): Promise<void> {
    await this.search.fill('');
    await expect(this.page).not.toHaveURL(/[?&]q=/);
  }

  /** Opens the first segment for correction; gives the field of its title. */
  async correct(): Promise<Locator> {
    await this.panel('Segments');
    await this.segments
      .getByRole('button', { name: /^Correct/ })
      .first()
      .click();
    return this.segments.getByLabel('Title');
  }

  hit(rank: number): Locator {
    return this.results.locator(`[data-rank="${rank}"]`);
  }

  /** The cue that is said at `start` (seconds, as in the data attributes). */
  cue(start: number): Locator {
    return this.transcript.locator(`[data-cue][data-start="${start}"]`);
  }

  /** What axe finds wrong or can't decide, WCAG 2.2 A and AA. */
  axe(): Promise<Audited> {
    return audit(this.page);
  }
}

/** How browsers word what a policy refused; a page's own event for it has more, and misses what happens before it. */
const REFUSED = /Content[ -]Security[ -]Policy|Trusted(?:HTML|Script)|requires '?Trusted/;

/**
 * Every test fails on an uncaught error of any of its pages, on a request to any other host, and on whatever a policy
 * refuses. What happens in workers, and what no event tells, is seen by the proxy and the server (`setup/auditLedger.ts`).
 */
/** Waits until a page that has loaded is no longer the beginning that its build holds as text: no key is heard before. */
export const programmed = (page: Page) => page.locator('#poster').waitFor({ state: 'detached' });

export const test = base.extend<{ hourline: HourlinePage; watched: void; isOnDisk: boolean }>({
  /** Whether the page comes from a file; its spec then says itself what may be asked for and what is refused. */
  isOnDisk: [false, { option: true }],
  watched: [
    async ({ context, baseURL, browserName, isOnDisk }, use) => {
      if (isOnDisk) return use();
      if (browserName === 'firefox') note({ past: browserName });
      const faults: string[] = [];
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
          console.error(`Content Security Policy: ${effectiveDirective} ${blockedURI} ${sample}`);
        });
      });
      context.on('console', (message) => {
        if (message.type() === 'error' && REFUSED.test(message.text())) faults.push(message.text());
      });
      context.on('weberror', (error) => faults.push(String(error.error())));
      context.on('request', (request) => {
        if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(baseURL!))
          faults.push(`request to ${request.url()}`);
      });
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  /**
   * The test's own page is loaded when its program has drawn it, unless less is asked for; what the build holds until then
   * has `poster.spec.ts`.
   */
  page: async ({ page }, use) => {
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
    const drawn = async <T>(loading: Promise<T>, how: { waitUntil?: unknown } = {}) => {
      const loaded = await loading;
      if (how.waitUntil === undefined) await programmed(page);
      return loaded;
    };
    page.goto = (url, how) => drawn(goto(url, how), how);
    page.reload = (how) => drawn(reload(how), how);
    await use(page);
  },
  hourline: async ({ page }, use) => use(new HourlinePage(page)),
});
export { expect };
