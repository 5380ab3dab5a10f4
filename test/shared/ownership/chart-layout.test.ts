import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABEL_HEIGHT } from '#shared/ownership/chart-labels.ts';
import { type Chart, type ChartInput, layoutChart, pathOf } from '#shared/ownership/chart-layout.ts';

const chartOf = (target: string, pairs: readonly (readonly [string, string])[]): ChartInput => ({
  target,
  boxes: [...new Set([target, ...pairs.flat()])].map((id) => ({ id, name: id, width: 100, height: 40 })),
  lines: pairs.map(([from, to], i) => ({ id: `${from}>${to}#${i}`, from, to, label: 40 })),
});

const tierOf = (chart: Chart, id: string) => chart.boxes.find((box) => box.id === id)?.tier;
const lineOf = (chart: Chart, start: string) => {
  const line = chart.lines.find(({ id }) => id.startsWith(start));
  if (!line) throw new Error(`no line ${start}`);
  return line;
};

/** Many points of every line, bends included, to see what it runs over. */
const sampled = (points: readonly { x: number; y: number }[]) =>
  points.slice(1).flatMap((to, i) => {
    const from = points[i] ?? to;
    const half = (from.y + to.y) / 2;
    return Array.from({ length: 21 }, (_, k) => {
      const [t, s] = [k / 20, 1 - k / 20];
      const straight = from.x === to.x || from.y === to.y;
      const near = straight ? s : s ** 3 + 3 * s * s * t;
      return {
        x: near * from.x + (1 - near) * to.x,
        y: straight ? s * from.y + t * to.y : s ** 3 * from.y + 3 * s * t * half + t ** 3 * to.y,
      };
    });
  });

/** Any web of interests around N0 among eight names, circles, parallel interests and self-holdings included. */
const webs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })), { maxLength: 16 })
  .map((pairs) =>
    chartOf(
      'N0',
      pairs.map(([a, b]) => [`N${a}`, `N${b}`] as const),
    ),
  );

describe('the layered chart', () => {
  it('puts owners above, subsidiaries below, and whoever holds in two ways above all that they hold', () => {
    const chart = layoutChart(
      chartOf('T', [
        ['A', 'T'],
        ['B', 'A'],
        ['C', 'B'],
        ['C', 'T'],
        ['T', 'S'],
        ['S', 'U'],
      ]),
    );
    expect(Object.fromEntries(chart.boxes.map(({ id, tier }) => [id, tier]))).toEqual({
      C: 3,
      B: 2,
      A: 1,
      T: 0,
      S: -1,
      U: -2,
    });
    const tops = chart.boxes.map(({ y }) => y);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  it('opens a cross-holding at the company that is further from the target, whose return line runs at the side', () => {
    const chart = layoutChart(
      chartOf('T', [
        ['near', 'T'],
        ['far', 'near'],
        ['near', 'far'],
      ]),
    );
    expect([tierOf(chart, 'near'), tierOf(chart, 'far')]).toEqual([1, 2]);
    expect(lineOf(chart, 'far>near').back).toBe(false);
    const back = lineOf(chart, 'near>far');
    expect(back.back).toBe(true);
    const far = chart.boxes.find(({ id }) => id === 'far');
    expect(back.points.at(-1)?.x).toBe((far?.x ?? 0) + 100);
    expect(Math.max(...back.points.map(({ x }) => x))).toBeGreaterThan((far?.x ?? 0) + 100);
  });

  it('leaves out what is neither above nor below the target, such as a sister company', () => {
    const chart = layoutChart(
      chartOf('T', [
        ['A', 'T'],
        ['A', 'sister'],
      ]),
    );
    expect(chart.boxes.map(({ id }) => id)).toEqual(['A', 'T']);
    expect(chart.lines).toHaveLength(1);
  });

  it('untangles two chains that were given crosswise', () => {
    const chart = layoutChart(
      chartOf('T', [
        ['a', 'T'],
        ['z', 'T'],
        ['m', 'z'],
        ['n', 'a'],
      ]),
    );
    const x = (id: string) => chart.boxes.find((box) => box.id === id)?.x ?? 0;
    expect(Math.sign(x('a') - x('z'))).toBe(Math.sign(x('n') - x('m')));
  });

  it('refuses a target without a card', () => {
    expect(() => layoutChart({ target: 'T', boxes: [], lines: [] })).toThrow('the target has no card');
  });

  it('ends a path before the card by the room that an arrow head needs', () => {
    expect(
      pathOf(
        [
          { x: 0, y: 0 },
          { x: 0, y: 10 },
          { x: 20, y: 40 },
        ],
        6,
      ),
    ).toBe('M0 0L0 10C0 22 20 22 20 34');
  });

  it('never lets cards overlap or touch', () => {
    fc.assert(
      fc.property(webs, (input) => {
        const { boxes } = layoutChart(input);
        boxes.forEach((a, i) => {
          for (const b of boxes.slice(i + 1)) {
            const apart =
              a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y;
            expect(apart, `${a.id} and ${b.id}`).toBe(true);
          }
        });
      }),
    );
  });

  it('never runs a line or puts a label over a card, and keeps everything inside the picture', () => {
    fc.assert(
      fc.property(webs, (input) => {
        const chart = layoutChart(input);
        for (const line of chart.lines) {
          for (const { x, y } of sampled(line.points)) {
            expect(x >= 0 && x <= chart.width && y >= 0 && y <= chart.height, line.id).toBe(true);
            for (const box of chart.boxes) {
              const inside =
                x > box.x + 0.01 &&
                x < box.x + box.width - 0.01 &&
                y > box.y + 0.01 &&
                y < box.y + box.height - 0.01;
              expect(inside, `${line.id} over ${box.id}`).toBe(false);
            }
          }
          for (const box of chart.boxes) {
            const over =
              Math.abs(line.label.x - box.x - box.width / 2) < (40 + box.width) / 2 &&
              Math.abs(line.label.y - box.y - box.height / 2) < (LABEL_HEIGHT + box.height) / 2;
            expect(over, `label of ${line.id} over ${box.id}`).toBe(false);
          }
        }
      }),
    );
  });

  it('draws every line downwards, except those that close a circle', () => {
    fc.assert(
      fc.property(webs, (input) => {
        const chart = layoutChart(input);
        for (const { id, from, to, back } of chart.lines) {
          const drop = (tierOf(chart, from) ?? 0) - (tierOf(chart, to) ?? 0);
          expect(back ? drop <= 0 : drop > 0, id).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order in which cards and lines are given', () => {
    fc.assert(
      fc.property(webs, (input) => {
        const turned = { ...input, boxes: input.boxes.toReversed(), lines: input.lines.toReversed() };
        expect(layoutChart(turned)).toEqual(layoutChart(input));
      }),
    );
  });

  it('does not depend on ids, only on names, so that two vaults show the same picture', () => {
    const input = chartOf('T', [
      ['a', 'T'],
      ['b', 'T'],
      ['c', 'a'],
      ['c', 'b'],
    ]);
    const renamed = (id: string) => `${'zyxw'['abcT'.indexOf(id)]}`;
    const other = {
      target: renamed('T'),
      boxes: input.boxes.map((box) => ({ ...box, id: renamed(box.id) })),
      lines: input.lines.map((line) => ({ ...line, from: renamed(line.from), to: renamed(line.to) })),
    };
    expect(layoutChart(other).boxes.map(({ id: _, ...place }) => place)).toEqual(
      layoutChart(input).boxes.map(({ id: _, ...place }) => place),
    );
  });

  it('lays out six hundred interests in a moment', () => {
    const pairs = Array.from({ length: 600 }, (_, i) => [`n${i + 1}`, `n${Math.floor(i / 3)}`] as const);
    const start = performance.now();
    expect(layoutChart(chartOf('n0', pairs)).boxes).toHaveLength(601);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
