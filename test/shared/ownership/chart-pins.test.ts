import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChartInput, layoutChart } from '#shared/ownership/chart-layout.ts';
import { pinChart } from '#shared/ownership/chart-pins.ts';

const box = (id: string) => ({ id, name: id, width: 200, height: 60 });
const line = (from: string, to: string) => ({ id: `${from}>${to}`, from, to, label: 40 });
const INPUT: ChartInput = {
  target: 'T',
  boxes: ['A', 'B', 'C', 'T', 'U'].map(box),
  lines: [line('A', 'T'), line('B', 'T'), line('C', 'B'), line('T', 'U')],
};
const chart = layoutChart(INPUT);
const relative = (of: typeof chart, id: string) => {
  const [own, target] = [id, 'T'].map((one) => of.boxes.find((placed) => placed.id === one));
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  return { x: round((own?.x ?? 0) - (target?.x ?? 0)), y: round((own?.y ?? 0) - (target?.y ?? 0)) };
};
const place = fc.record({
  x: fc.integer({ min: -3000, max: 3000 }),
  y: fc.integer({ min: -3000, max: 3000 }),
});
const places = fc
  .dictionary(fc.constantFrom('A', 'B', 'C', 'U', 'stranger'), place)
  .map((all) => new Map(Object.entries(all)));

describe('cards that people put in a place', () => {
  it('stand there as seen from the target, and all others where the layout put them', () => {
    fc.assert(
      fc.property(places, (chosen) => {
        const pinned = pinChart(chart, 'T', chosen);
        for (const id of ['A', 'B', 'C', 'U'])
          expect(relative(pinned, id)).toEqual(chosen.get(id) ?? relative(chart, id));
      }),
    );
  });

  it('never lie outside the picture, and neither do their lines', () => {
    fc.assert(
      fc.property(places, (chosen) => {
        const { boxes, lines, width, height } = pinChart(chart, 'T', chosen);
        for (const { x, y, width: w, height: h } of boxes) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(x + w).toBeLessThanOrEqual(width);
          expect(y + h).toBeLessThanOrEqual(height);
        }
        for (const { points } of lines)
          for (const { x, y } of points) expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('keep their lines: from the foot of the holder to the head of what it holds', () => {
    const pinned = pinChart(chart, 'T', new Map([['A', { x: -500, y: -400 }]]));
    const [own, target] = ['A', 'T'].map((id) => pinned.boxes.find((one) => one.id === id));
    expect(pinned.lines.find(({ id }) => id === 'A>T')?.points).toEqual([
      { x: (own?.x ?? 0) + 100, y: (own?.y ?? 0) + 60 },
      { x: (target?.x ?? 0) + 100, y: target?.y },
    ]);
  });

  it('stay where they are when an owner is added', () => {
    const chosen = new Map([['A', { x: -420, y: -260 }]]);
    const more = layoutChart({
      ...INPUT,
      boxes: [...INPUT.boxes, box('New'), box('Newer')],
      lines: [...INPUT.lines, line('New', 'T'), line('Newer', 'A')],
    });
    expect(relative(pinChart(more, 'T', chosen), 'A')).toEqual(relative(pinChart(chart, 'T', chosen), 'A'));
  });

  it('leave the chart as it is when there are none', () => {
    expect(pinChart(chart, 'T', new Map())).toBe(chart);
    expect(pinChart(chart, 'T', new Map([['stranger', { x: 1, y: 1 }]]))).toBe(chart);
  });
});
