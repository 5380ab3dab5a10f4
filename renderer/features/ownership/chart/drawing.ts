import type { InterestView } from '#shared/ipc/ownership.ts';
import { type ChartInput, layoutChart } from '#shared/ownership/chart-layout.ts';
import { pinChart } from '#shared/ownership/chart-pins.ts';
import { type Bundle, type ChartView, togetherOf } from '#shared/ownership/chart-view.ts';
import type { Words } from '../words.ts';
import { FONT, widthOf } from './text.ts';

export const CARD = { width: 204, height: 60 } as const;
export const LIST = { wide: 252, narrow: 204, head: 28, row: 24, foot: 6 } as const;
export const SIGN = 15;

/** How a line is drawn: solid for shares, double for control without them, dotted for people and influence. */
export type LineLook = 'owns' | 'controls' | 'directs';
export const lookOf = ({ kind, capital, votes }: InterestView): LineLook =>
  kind === 'directs' || kind === 'influences' || kind === 'influenceClaim'
    ? 'directs'
    : kind === 'controls' && capital === undefined && votes === undefined
      ? 'controls'
      : 'owns';

/** How many signs stand behind the words on a line. */
export const signsOf = (interest: InterestView): number =>
  Number(interest.disputed) +
  Number(interest.unsourced) +
  Number(interest.right !== undefined && interest.kind === 'owns');
const labelWidth = (text: string, signs: number): number => widthOf(text, FONT.label) + signs * SIGN + 12;

/** What a list of interests comes to, for the line that they share. */
export function bundleLabel({ side, interests }: Bundle, words: Words): string {
  if (side === 'directors') return words.t('ownership.short.directs');
  const sum = togetherOf(interests);
  return side === 'children' || sum === null
    ? ''
    : words.t('ownership.chart.together', { share: words.span(sum) });
}

export type DrawnLine = {
  readonly id: string;
  readonly label: string;
  readonly look: LineLook;
  readonly onPath: boolean;
  readonly interest: InterestView | undefined;
};

/** Cards, lists and lines of a view with their sizes, laid out. */
export function drawingOf(
  view: ChartView,
  target: string,
  words: Words,
  places: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
) {
  const lines = new Map<
    string,
    DrawnLine & { readonly from: string; readonly to: string; readonly width: number }
  >();
  for (const interest of view.interests) {
    const label = words.lineLabel(interest);
    lines.set(interest.relation, {
      id: interest.relation,
      label,
      look: lookOf(interest),
      onPath: view.onPath.has(interest.relation),
      interest,
      from: interest.from,
      to: interest.to,
      width: labelWidth(label, signsOf(interest)),
    });
  }
  for (const bundle of view.bundles) {
    const label = bundleLabel(bundle, words);
    const [first] = bundle.interests;
    const down = bundle.side === 'children';
    lines.set(bundle.id, {
      id: bundle.id,
      label,
      look: first === undefined ? 'owns' : lookOf(first),
      onPath: false,
      interest: undefined,
      from: down ? bundle.at : bundle.id,
      to: down ? bundle.id : bundle.at,
      width: label === '' ? 0 : labelWidth(label, 0),
    });
  }
  const input: ChartInput = {
    target,
    boxes: [
      ...view.nodes.map(({ record, label }) => ({ id: record as string, name: label, ...CARD })),
      ...view.bundles.map(({ id, side, interests }) => ({
        id,
        name: side,
        width: side === 'directors' ? LIST.narrow : LIST.wide,
        height: LIST.head + interests.length * LIST.row + LIST.foot,
      })),
    ],
    lines: [...lines.values()].map(({ id, from, to, width }) => ({ id, from, to, label: width })),
  };
  return { chart: pinChart(layoutChart(input), target, places), lines };
}
