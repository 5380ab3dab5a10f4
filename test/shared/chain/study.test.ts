import { describe, expect, it } from 'vitest';
import { compareChains } from '#shared/chain/compare.ts';
import { compileChain } from '#shared/chain/compile.ts';
import { concentrationOf } from '#shared/chain/concentration.ts';
import { countriesOf } from '#shared/chain/countries.ts';
import { weakestFirst } from '#shared/chain/evidence.ts';
import { findingsOf } from '#shared/chain/findings.ts';
import { networkOf } from '#shared/chain/network.ts';
import { singlePoints } from '#shared/chain/points.ts';
import { rankNodes } from '#shared/chain/ranking.ts';
import { ratioOf } from '#shared/chain/research.ts';
import { type ChainStudy, studyChain, vitalProcesses } from '#shared/chain/study.ts';
import { timelineOf, weeklyLoss } from '#shared/chain/timeline.ts';
import { togetherOf } from '#shared/chain/together.ts';
import { findingText, lengthText } from '#shared/chain/wording.ts';
import { caseGraph } from '#shared/graph/from-records.ts';
import type { CaseGraph } from '#shared/graph/model.ts';
import { suggestionsOf } from '#shared/graph/suggest.ts';
import { translator } from '#shared/i18n/index.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { sampleId, sampleViews } from '../../support/sample-views.ts';
import { idOf, months, no, percent, SmallCase, text, weeks, yes } from '../graph/small-case.ts';

const DAY = '2026-11-20';
const graphOf = (world: SmallCase): CaseGraph => caseGraph(world.views, DAY);
const studyOf = (graph: CaseGraph, target: RecordId): ChainStudy => {
  const study = studyChain(graph, target, weakestFirst(graph.edges));
  if (study === undefined) throw new Error('nobody by that id');
  return study;
};
const KNOWN = { essential: yes, singleSource: yes, timeToReplace: months(12), stockCover: weeks(4) };
const world = (...names: string[]): SmallCase => {
  const made = new SmallCase();
  for (const name of names) made.thing(name);
  return made;
};

describe('stock against replacing', () => {
  it('is a certain gap where replacing takes longer than the stock lasts, for an input that is needed', () => {
    const case_ = world('A', 'B', 'C');
    case_.link('supplies', 'A', 'C', { ...KNOWN, suppliedProduct: text('lak') });
    case_.link('supplies', 'B', 'C', { essential: yes, suppliedProduct: text('glas'), stockCover: weeks(9) });
    const rows = studyOf(graphOf(case_), idOf('C')).survival;
    expect(rows.map(({ input, gap, known }) => [input, gap, known])).toEqual([
      ['lak', 'certain', { survive: true, replace: true }],
      ['glas', 'possible', { survive: true, replace: false }],
    ]);
  });
});

describe('research', () => {
  it('is spending over revenue, with the bounds of both', () => {
    const exact = (value: number) => ({ kind: 'exact', value }) as const;
    expect([
      ratioOf(exact(17.9), exact(41.2)),
      ratioOf({ kind: 'range', min: 10, max: 20 }, { kind: 'range', min: 40, max: 50 }),
      ratioOf(exact(1), { kind: 'range', min: 0, max: 5 }),
      ratioOf(exact(1), { kind: 'unknown', why: 'undisclosed' }),
    ]).toEqual([exact(17.9 / 41.2), { kind: 'range', min: 0.2, max: 0.5 }, undefined, undefined]);
  });
  it('counts the pairs of partners that work together too', () => {
    const case_ = world('A', 'B', 'C', 'D');
    for (const other of ['B', 'C', 'D']) case_.link('collaborates', 'A', other);
    case_.link('collaborates', 'C', 'B');
    const { research } = studyOf(graphOf(case_), idOf('A'));
    expect([research?.density, research?.partners.map(({ shared }) => shared)]).toEqual([1 / 3, [1, 1, 0]]);
  });
});

describe('concentration of an input', () => {
  it('adds up sources of one owner and one country, and leaves open whose a source is when nobody controls it', () => {
    const case_ = world('H', 'K');
    case_.thing('A', 'company', { country: 'DE' });
    case_.thing('B', 'company', { country: 'DE' });
    case_.thing('C', 'company', { country: 'JP' });
    for (const [from, share] of [
      ['A', 50],
      ['B', 30],
      ['C', 20],
    ] as const)
      case_.link('supplies', from, 'K', { suppliedProduct: text('lak'), volumeShare: percent(share) });
    const graph = graphOf(case_);
    const holdings = ['A', 'B'].map((held) => ({
      id: `H>${held}`,
      holder: idOf('H') as string,
      held: idOf(held) as string,
      votes: { kind: 'exact', value: 0.6 } as const,
    }));
    const [row] = concentrationOf(graph, holdings);
    // 0.5² + 0.3² + 0.2²; Germany 0.8² + 0.2²; the owner of A and B 0.8² + C's own 0.2².
    expect(row?.supplier?.min).toBeCloseTo(0.38, 12);
    expect(row?.country?.max).toBeCloseTo(0.68, 12);
    expect(row?.owner?.min).toBeCloseTo(0.68, 12);
    // C may be the owner's too: then all of it is in one hand.
    expect(row?.owner?.max).toBeCloseTo(1, 12);
    expect(row?.owners.map(({ source, owner }) => [source, owner])).toEqual([
      [idOf('A'), idOf('H')],
      [idOf('B'), idOf('H')],
    ]);
  });
});

describe('countries', () => {
  it('are counted, unknown ones too, and a process is nowhere', () => {
    const case_ = new SmallCase();
    case_.thing('A', 'company', { country: 'BO' });
    case_.thing('B', 'company', { country: 'NL' });
    case_.thing('U');
    case_.thing('P', 'process');
    case_.link('supplies', 'A', 'B', { essential: yes });
    case_.link('supplies', 'U', 'B');
    case_.link('dependsOn', 'P', 'B');
    const { rows, flows } = countriesOf(graphOf(case_));
    expect(rows.map(({ code, parties, incoming }) => [code, parties.length, incoming])).toEqual([
      ['BO', 1, 0],
      ['NL', 1, 2],
      [null, 1, 0],
    ]);
    expect(flows.map(({ from, to, count, essential }) => [from, to, count, essential])).toEqual([
      ['BO', 'NL', 1, 1],
      [null, 'NL', 1, 0],
    ]);
  });
});

describe('two days', () => {
  it('differ in what came, what went and what is said of what stayed', () => {
    const case_ = world('A', 'B', 'C', 'D');
    case_.link('supplies', 'A', 'D', {}, { validTo: '2025' });
    case_.link('supplies', 'B', 'D', {}, { validFrom: '2026' });
    const edge = case_.link('supplies', 'C', 'D');
    case_.claim(edge, 'volumeShare', percent(40), { validTo: '2025' });
    case_.claim(edge, 'volumeShare', percent(80), { validFrom: '2026' });
    const { added, removed, changed } = compareChains(
      caseGraph(case_.views, '2025-06-01'),
      caseGraph(case_.views, '2026-06-01'),
    );
    expect([
      added.map(({ record }) => record),
      removed.map(({ record }) => record),
      changed.map(({ after, facts }) => [after.record, facts]),
    ]).toEqual([[idOf('B>D')], [idOf('A>D')], [[edge, ['share']]]]);
  });
});

describe('pairs', () => {
  it('are two that can each be missed but not both', () => {
    const case_ = world('A', 'B', 'C');
    case_.thing('P', 'process');
    for (const from of ['A', 'B'])
      case_.link('supplies', from, 'C', {
        essential: yes,
        volumeShare: percent(50),
        suppliedProduct: text('lak'),
      });
    case_.link('dependsOn', 'P', 'C');
    const chain = compileChain(graphOf(case_));
    expect(togetherOf(chain, vitalProcesses(chain))).toMatchObject([
      { process: idOf('P'), pairs: [[idOf('A'), idOf('B')]], complete: true, paths: 1 },
    ]);
  });
});

describe('a ranking', () => {
  it('puts who stops the process before who only costs output', () => {
    const case_ = world('A', 'B', 'C');
    case_.thing('P', 'process');
    case_.link('supplies', 'A', 'B', KNOWN);
    case_.link('supplies', 'C', 'B', { essential: no, suppliedProduct: text('papier') });
    case_.link('dependsOn', 'P', 'B', { timeToReplace: months(12) });
    const ranked = rankNodes(graphOf(case_));
    expect(ranked.map(({ node }) => node)).toEqual([idOf('A'), idOf('B'), idOf('C')]);
    // A takes B and the process along, two of the three others.
    expect(ranked[0]).toMatchObject({ loss: { min: 2 / 3 }, vital: { certain: 1, possible: 0 } });
  });
});

describe('the moments of a stop', () => {
  it('count at least who is hit in the best reading and at most who is hit in the worst', () => {
    const hit = (from: number, to: number | null) => ({
      node: idOf('A'),
      verdict: to === null ? ('possible' as const) : ('certain' as const),
      from,
      to,
      proof: [],
    });
    expect(timelineOf([hit(7, 14), hit(7, null)])).toEqual([
      { day: 0, atLeast: 0, atMost: 0 },
      { day: 7, atLeast: 0, atMost: 2 },
      { day: 14, atLeast: 1, atMost: 2 },
    ]);
  });
});

describe('the loss by week', () => {
  it('begins when the stock ends, and ends when another source is in place', () => {
    const case_ = world('A', 'B', 'C');
    case_.link('supplies', 'A', 'B', { ...KNOWN, timeToReplace: weeks(10) });
    const loss = weeklyLoss(networkOf(graphOf(case_)), [{ node: idOf('A'), left: 0 }]);
    // Of the two others B stops in the weeks after the fourth and before the tenth.
    const lost = loss.flatMap(({ min, max }, week) => (max > 0 ? [[week, min, max]] : []));
    expect(lost[0]).toEqual([4, 0.5, 0.5]);
    expect(lost.at(-1)).toEqual([9, 0.5, 0.5]);
  });
});

describe('suggestions from the sample case', () => {
  const graph = caseGraph(sampleViews(), DAY);
  const found = suggestionsOf(graph, studyOf(graph, sampleId('co-lumenschip')));
  const of = (about: string) => found.find((one) => one.about === about);
  it('point to a crucial position and to a vital process, each with its relations', () => {
    expect(found.map(({ about, strength }) => [about, strength])).toEqual([
      ['IND-1', 'strong'],
      ['IND-2', 'strong'],
      ['IND-3', 'strong'],
      ['SC-2', 'none'],
    ]);
    expect(of('IND-3')?.reasons.map(({ code }) => code)).toEqual(['processCertain', 'processPossible']);
    expect(of('IND-3')?.reasons[0]?.relations).toHaveLength(6);
  });
  it('do not call a company an essential supplier that is within the scope itself (SC-2)', () => {
    expect(of('SC-2')?.reasons.map(({ code }) => code)).toContain('scopeOwn');
  });
  it('leave open what nobody has recorded', () => {
    const case_ = world('A', 'B');
    case_.link('supplies', 'A', 'B');
    const small = graphOf(case_);
    expect(suggestionsOf(small, studyOf(small, idOf('A'))).map(({ strength }) => strength)).toEqual([
      'open',
      'some',
      'open',
      'none',
    ]);
  });
  it('do not take a company of which no supply is recorded for one on which nobody depends', () => {
    const case_ = world('A', 'B');
    case_.link('supplies', 'B', 'A');
    const small = graphOf(case_);
    const [first, second] = suggestionsOf(small, studyOf(small, idOf('A')));
    for (const one of [first, second])
      expect([one?.strength, one?.reasons.map(({ code }) => code)]).toEqual(['open', ['notMapped']]);
  });
});

describe('the words of a finding', () => {
  const graph = caseGraph(sampleViews(), DAY);
  const study = studyOf(graph, sampleId('co-lumenschip'));
  const chain = compileChain(graph);
  const findings = findingsOf(graph, study, singlePoints(chain, vitalProcesses(chain)));
  const names = new Map(graph.nodes.map(({ record, label }) => [record, label]));
  const say = (lang: 'nl' | 'en') =>
    findings.map((finding) =>
      findingText(
        {
          lang,
          t: translator(lang),
          nameOf: (record) => names.get(record) ?? '?',
          edgeOf: (record) => graph.edges.find((edge) => edge.record === record),
        },
        finding,
      ),
    );
  it('stand alone, in both languages, with one full stop', () => {
    expect(say('nl')[0]).toMatch(
      /^Als Lumenschip B\.V\. stopt, raakt dat Massaal giraal betalingsverkeer na 19 weken, via Optilink Systemen B\.V\., Datahal (Amstel|Maasoever) B\.V\., Datahal (Amstel|Maasoever) B\.V\. en Betaalknoop Nederland N\.V\. Geen tweede bron is vastgelegd voor Optische module OL-800\.$/,
    );
    expect(say('en')[0]).toMatch(
      /^If Lumenschip B\.V\. stops, Massaal giraal betalingsverkeer is hit after 19 weeks/,
    );
    for (const lang of ['nl', 'en'] as const)
      expect(say(lang).filter((one) => /\{\{|chain\.|\?|\.\.|…/.test(one))).toEqual([]);
  });
  it('give a time in the unit that suits it', () => {
    const words = { lang: 'nl', t: translator('nl') } as const;
    const said = (
      [
        [0, 0],
        [1, 3],
        [7, 7],
        [42, 63],
        [365.25, null],
        [365, 800],
        [1461, 1461],
      ] as const
    ).map(([from, to]) => lengthText(words, from, to));
    expect(said).toEqual([
      'meteen',
      '1 tot 3 dagen',
      '7 dagen',
      '6 tot 9 weken',
      'ten minste 12 maanden',
      '12 tot 26 maanden',
      '4 jaar',
    ]);
  });
});
