/** What a figure is to be: at most, or at least. */
export type Aim = { readonly most: number } | { readonly least: number };

/** One measured figure, and the same of others where there are any. */
export interface Figure {
  readonly what: string;
  readonly ours: number;
  /** By name; the same unit. */
  readonly peers?: Readonly<Record<string, number>>;
  readonly unit: string;
  readonly aim?: Aim;
}

/** Figures that are told together. */
export interface FigureTable {
  readonly title: string;
  /** How it was measured, or what to know when reading it. */
  readonly told?: string;
  readonly figures: readonly Figure[];
  /** Whether there is a picture of it beside the table. */
  readonly drawn?: boolean;
}

/** What every file of `e2e/bench` exports: prints its figures, and gives them for the report. */
export interface Bench {
  run(): Promise<readonly FigureTable[]>;
}

/** Whether a figure is as it was aimed at; `undefined` where nothing was. A figure that could not be had misses. */
export function isMet({ ours, aim }: Figure): boolean | undefined {
  if (!aim) return undefined;
  return 'most' in aim ? ours <= aim.most : ours >= aim.least;
}

/** "≤ 35 kB" */
export function formatAim(aim: Aim, unit: string): string {
  return 'most' in aim ? `≤ ${formatFigure(aim.most, unit)}` : `≥ ${formatFigure(aim.least, unit)}`;
}

/** Three significant digits, as many as a figure is good for; whole numbers stay whole. */
export function formatFigure(value: number, unit: string): string {
  if (Number.isNaN(value)) return 'not measured';
  const size = Math.abs(value);
  const digits = Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const number = value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === '' ? number : `${number} ${unit}`;
}
