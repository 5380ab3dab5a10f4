import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { caseGraph } from '#shared/graph/from-records.ts';
import { FLOW_KINDS } from '#shared/graph/model.ts';
import { translator } from '#shared/i18n/index.ts';
import { arrange } from '#shared/map/arrange.ts';
import { mapModel } from '#shared/map/from-graph.ts';
import { legendOf } from '#shared/map/legend.ts';
import { PLAIN } from '#shared/map/paint/emphasis.ts';
import { paintScene } from '#shared/map/paint/scene.ts';
import { SvgPen } from '#shared/map/paint/svg.ts';
import { inside, Picker } from '#shared/map/pick.ts';
import { cardText, sceneText } from '#shared/map/said.ts';
import { sceneOf } from '#shared/map/scene/build.ts';
import { Ground, placeLabels } from '#shared/map/scene/labels.ts';
import { CARD } from '#shared/map/scene/measures.ts';
import type { Scene } from '#shared/map/scene/model.ts';
import { DARK, LIGHT } from '#shared/map/scene/palette.ts';
import { sheetSvg } from '#shared/map/sheet.ts';
import { fitted, widthOf, wrapped } from '#shared/map/text.ts';
import { ALL, filtered } from '#shared/map/visible.ts';
import { walk } from '#shared/map/walk.ts';
import type { Day } from '#shared/model/dates.ts';
import { sampleId, sampleViews } from '../../support/sample-views.ts';

const t = translator('nl');
const lumenschip = sampleId('co-lumenschip');
const idOf = (scene: Scene, label: string): string =>
  scene.cards.find((card) => card.label === label)?.id as string;

function sample(): Scene {
  const model = mapModel(caseGraph(sampleViews(), '2026-11-20' as Day), { t, lang: 'nl' });
  const shown = filtered(model, { ...ALL, kinds: [...FLOW_KINDS] }, [lumenschip]);
  const { layout, processes } = arrange(shown, {
    layout: 'tiers',
    targets: [lumenschip],
    size: CARD,
    direction: 'right',
    grouping: 'none',
    aspect: 1.6,
    pinned: new Map(),
    before: new Map(),
  });
  return sceneOf({
    model: shown,
    layout,
    size: CARD,
    targets: [lumenschip],
    t,
    ...(processes === undefined ? {} : { processes }),
  });
}
const scene = sample();

/** Names of elements and their classes, in order; throws on what is not well-formed. */
function elementsOf(svg: string): { readonly name: string; readonly kind: string | undefined }[] {
  const found: { name: string; kind: string | undefined }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) =>
    found.push({ name, kind: attributes.class as string | undefined }),
  );
  parser.write(svg).close();
  return found;
}

describe('the scene of the sample case', () => {
  it('stands in bands from the mine to the vital processes', () => {
    expect(scene.bands.map(({ title }) => title)).toEqual([
      'Leveranciers, stap 3',
      'Leveranciers, stap 2',
      'Leveranciers, stap 1',
      'Lumenschip B.V.',
      'Afnemers, stap 1',
      'Afnemers, stap 2',
      'Afnemers, stap 3',
      'Afnemers, stap 4',
      'Vitale processen',
    ]);
  });

  it('breaks all words so that they stay inside their card', () => {
    const wide = scene.cards.filter(({ lines, width }) =>
      lines.some((line) => widthOf(line, { weight: 600, size: 12.5 }) > width - 32),
    );
    expect(wide.map(({ label }) => label)).toEqual([]);
  });

  it('becomes SVG with every band, link and card of it, well-formed, in both schemes', () => {
    for (const palette of [LIGHT, DARK]) {
      const svg = sheetSvg({
        scene,
        palette,
        parts: ['head', 'legend'],
        title: 'Netwerk <rond> "Lumenschip" & meer',
        notes: ['Geldig op 20 november 2026'],
        marking: 'Dep.V.',
        description: sceneText(scene, 'Lumenschip B.V.', t),
        t,
      });
      const found = elementsOf(svg);
      const count = (kind: string): number => found.filter((one) => one.kind === kind).length;
      expect([count('card'), count('link')]).toEqual([scene.cards.length, scene.links.length]);
      expect(svg).not.toMatch(/<script|<image|<style|<foreignObject|href/);
    }
  });

  it('is the same picture on every machine', () => {
    const paint = (one: Scene): string => {
      const pen = new SvgPen();
      paintScene(pen, one, { palette: LIGHT, emphasis: PLAIN, window: one.bounds, scale: 1 });
      return pen.file(one.bounds, '', '');
    };
    expect(paint(sample())).toBe(paint(scene));
  });

  it('explains in its legend what occurs in it and nothing else', () => {
    const kinds = legendOf(scene).flatMap((entry) => (entry.sign === 'kind' ? [entry.kind] : []));
    expect(kinds).toEqual(
      [...new Set(scene.links.map(({ kind }) => kind))].sort((a, b) => kinds.indexOf(a) - kinds.indexOf(b)),
    );
  });

  it('puts words on links over no card and no other words, as many as there is room for', () => {
    const labels = placeLabels(scene, scene.links, 40);
    const ground = new Ground();
    for (const card of scene.cards) ground.add(card);
    for (const label of labels) {
      expect(ground.isFree(label)).toBe(true);
      ground.add(label);
    }
    expect(labels.length).toBeGreaterThan(15);
    expect(labels.length).toBeLessThanOrEqual(40);
  });

  it('says in words what a card shows', () => {
    const said = cardText(scene, t);
    const card = scene.cards.find(({ label }) => label === 'Veldmetaal Raffinage N.V.');
    expect(said(card as (typeof scene.cards)[number])).toBe(
      'Veldmetaal Raffinage N.V., organisatie, België, 1 lijn erheen, 3 lijnen vandaan',
    );
  });
});

describe('what is at a place of the scene', () => {
  const picker = new Picker(scene);
  it('is the card there, the link near it, or nothing', () => {
    const [card] = scene.cards;
    const link = scene.links.find(({ points }) => points.length === 2) ?? scene.links[0];
    if (!card || !link) throw new Error('the sample has cards and links');
    const [start] = link.points;
    if (!start) throw new Error('a link has points');
    expect([
      picker.at({ x: card.x + 5, y: card.y + 5 }, 6),
      picker.at({ x: start.x + 4, y: start.y + 2 }, 6)?.kind,
      picker.at({ x: scene.bounds.x - 500, y: scene.bounds.y - 500 }, 6),
    ]).toEqual([{ kind: 'card', id: card.id }, 'link', undefined]);
  });

  it('is inside a loop when its middle is', () => {
    const { x, y, width, height } = scene.bounds;
    const all = [
      { x, y },
      { x: x + width, y },
      { x: x + width, y: y + height },
      { x, y: y + height },
    ];
    expect([picker.within(all).length, picker.within(all.slice(0, 2)).length]).toEqual([
      scene.cards.length,
      0,
    ]);
    expect(
      inside({ x: 1, y: 1 }, [
        { x: 0, y: 0 },
        { x: 4, y: 0 },
        { x: 0, y: 4 },
      ]),
    ).toBe(true);
    expect(
      inside({ x: 3, y: 3 }, [
        { x: 0, y: 0 },
        { x: 4, y: 0 },
        { x: 0, y: 4 },
      ]),
    ).toBe(false);
  });
});

describe('keys on the map', () => {
  it('walk along the links from the target to the vital process, and back', () => {
    let at: string = idOf(scene, 'Koninklijke Marine');
    const names: string[] = [];
    for (const move of ['right', 'left', 'left', 'left', 'left'] as const) {
      at = walk(scene, at, move);
      names.push(scene.cards.find(({ id }) => id === at)?.label ?? '');
    }
    expect(names).toEqual([
      'Ministerie van Defensie',
      'Koninklijke Marine',
      'Noordzee Maritieme Systemen B.V.',
      'Sensoria Maritiem B.V.',
      'Lumenschip B.V.',
    ]);
  });

  it('walk down a tier and stop at its end', () => {
    const tier = scene.cards.filter((card) => card.tier === -1).toSorted((a, b) => a.y - b.y);
    const [first, second] = tier;
    const last = tier.at(-1);
    expect([
      walk(scene, first?.id ?? '', 'down'),
      walk(scene, last?.id ?? '', 'down'),
      walk(scene, second?.id ?? '', 'first'),
    ]).toEqual([second?.id, last?.id, first?.id]);
  });
});

describe('words in the scene', () => {
  const face = { weight: 400, size: 10 } as const;
  it('are as wide as the font says', () => {
    expect([widthOf('e', face), widthOf('€', { weight: 600, size: 10 }), widthOf('', face)]).toEqual([
      4.96, 5.13, 0,
    ]);
  });

  it('are cut with an ellipsis, never in the middle of a character', () => {
    expect([
      fitted('Lumenschip', face, 100),
      fitted('Lumenschip', face, 30),
      fitted('𝔘𝔘𝔘', face, 12),
    ]).toEqual(['Lumenschip', 'Lum…', '𝔘…']);
  });

  it('break at spaces into as many lines as allowed', () => {
    expect(wrapped('Noordzee Maritieme Systemen', face, 60, 2)).toEqual(['Noordzee', 'Maritieme S…']);
  });
});
