import { max, min, scaleLinear, scaleLog } from 'd3';
import { escapeHtml } from '../../../src/core/text/escape.ts';
import { formatAim, formatFigure, type Figure, type FigureTable } from './figures.ts';

const [WIDTH, LABELS, VALUES, ROW, HEAD] = [720, 210, 90, 17, 26];
/** From this ratio on, small figures would be lost on an even scale. */
const WIDE = 30;

/** Light and dark in one file, as the reader's system has it. */
const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #24272c; }
  .what { font-weight: 600; } .quiet { fill: #5a6069; }
  .stem { stroke: #c3c6cb; } .peer { fill: #868b90; } .ours { fill: #1f6fb2; } .ground { fill: #fff; }
  .aim { stroke: #902b01; stroke-width: 2; stroke-dasharray: 3 2; } .aimed { fill: #902b01; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e7e9ec; } .quiet { fill: #a4abb5; } .stem { stroke: #4a5059; } .peer { fill: #a4abb5; }
    .ours { fill: #95bbfa; } .ground { fill: #14171a; } .aim { stroke: #f9d95d; } .aimed { fill: #f9d95d; }
  }`;

/** A picture of a table as SVG, to stand below its heading: for each figure a row for us and each peer, a line where the aim is. */
export function drawFigures({ title, figures }: FigureTable): string {
  const known = figures.filter(({ ours }) => !Number.isNaN(ours));
  const values = known.flatMap((figure) => [...rowsOf(figure).map(([, value]) => value), aimOf(figure) ?? NaN]);
  const most = max(values) ?? 1;
  const least = min(values.filter((value) => value > 0)) ?? most;
  const isLog = most / least > WIDE;
  const range = [LABELS, WIDTH - VALUES];
  const scale = isLog ? scaleLog([least / 2, most], range) : scaleLinear([0, Math.max(most, least)], range);
  const x = (value: number) => Math.max(LABELS, scale(isLog ? Math.max(value, least / 2) : value));

  let y = isLog ? 20 : 0;
  const drawn: string[] = [];
  for (const figure of known) {
    y += HEAD;
    const rows = rowsOf(figure);
    const aim = aimOf(figure);
    drawn.push(
      text(12, y - 8, 'what', figure.what) +
        (aim === undefined ? '' : text(WIDTH - 8, y - 8, 'aimed', `aim ${formatAim(figure.aim!, figure.unit)}`, 'end')),
    );
    for (const [i, [name, value]] of rows.entries()) {
      const middle = y + i * ROW + 6;
      drawn.push(
        text(LABELS - 8, middle + 4, i === 0 ? '' : 'quiet', name, 'end'),
        `<line class="stem" x1="${LABELS}" x2="${x(value).toFixed(1)}" y1="${middle}" y2="${middle}"/>`,
        `<circle class="${i === 0 ? 'ours' : 'peer'}" cx="${x(value).toFixed(1)}" cy="${middle}" r="${i === 0 ? 5 : 4}"/>`,
        text(x(value) + 9, middle + 4, i === 0 ? '' : 'quiet', formatFigure(value, figure.unit)),
      );
    }
    if (aim !== undefined)
      drawn.push(
        `<line class="aim" x1="${x(aim).toFixed(1)}" x2="${x(aim).toFixed(1)}" y1="${y - 3}" y2="${y + rows.length * ROW - 2}"/>`,
      );
    y += rows.length * ROW;
  }
  const height = y + 12;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeHtml(title)}">
<style>${STYLE}
</style>
<rect class="ground" width="100%" height="100%"/>
${isLog ? text(12, 18, 'quiet', 'each step to the right is a multiple') : ''}
${drawn.join('\n')}
</svg>
`;
}

const rowsOf = ({ ours, peers = {} }: Figure): [string, number][] => [
  ['Hourline', ours],
  ...Object.entries(peers).filter(([, value]) => !Number.isNaN(value)),
];

const aimOf = ({ aim }: Figure) => aim && ('most' in aim ? aim.most : aim.least);

function text(x: number, y: number, style: string, words: string, anchor = 'start'): string {
  return `<text x="${x.toFixed(1)}" y="${y}"${style && ` class="${style}"`} text-anchor="${anchor}">${escapeHtml(words)}</text>`;
}
