import { describe, expect, it } from 'vitest';
import { chartData, lengthOf, MOST_SERIES, OTHERS, UNRECORDED } from '#renderer/features/scenarios/chart.ts';
import type { ScenarioComparison } from '#shared/ipc/scenarios.ts';

const part = (min: number, max = min) => ({ min, max });
const column = (id: string, votes: Readonly<Record<string, { min: number; max: number }>>, left = 0) => ({
  id,
  holders: Object.entries(votes).map(([holder, of]) => ({
    holder,
    capital: of,
    votes: of,
    diluted: { capital: of, votes: of },
  })),
  unrecorded: { capital: part(left), votes: part(left) },
});
const comparison = (...columns: object[]) => ({ columns }) as unknown as ScenarioComparison;

describe('the bars of a comparison', () => {
  it('give the largest holders of any column a place of their own, and take the rest together', () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`h${i}`, part((12 - i) / 100)]));
    const data = chartData(comparison(column('facts', many), column('deal', { new: part(0.5) })), 'votes');
    expect(data.series).toHaveLength(MOST_SERIES);
    expect([data.series[0], data.series.at(-1), data.others]).toEqual(['new', OTHERS, 5]);
    expect(lengthOf(data.bars[0]?.parts[OTHERS])).toBeCloseTo(0.15, 12);
    expect(lengthOf(data.bars[0]?.parts.new)).toBe(0);
  });

  it('draw a range at its middle and say so, and leave what is not recorded in sight', () => {
    const data = chartData(comparison(column('facts', { a: part(0.2, 0.4) }, 0.6)), 'capital');
    expect([data.ranged, data.series]).toEqual([true, ['a', UNRECORDED]]);
    expect(lengthOf(data.bars[0]?.parts.a)).toBeCloseTo(0.3, 12);
    expect(chartData(comparison(column('facts', { a: part(1) })), 'diluted')).toMatchObject({
      ranged: false,
      series: ['a'],
    });
  });
});
