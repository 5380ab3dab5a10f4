import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { chainContract } from '#shared/ipc/chain.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../support/session.ts';

type Study = OutputOf<(typeof chainContract)['chain.study']>;
type Finding<Code extends string> = Extract<Study['findings'][number], { code: Code }>;

let desk: Desk;
let logId: LogId;
let names: ReadonlyMap<string, RecordId>;
let study: Study;
const DAY = '2026-11-20';
const at = (label: string): RecordId => names.get(label) as RecordId;
const nameOf = (record: RecordId): string => [...names].find(([, one]) => one === record)?.[0] ?? record;
const found = <Code extends Study['findings'][number]['code']>(code: Code): Finding<Code>[] =>
  study.findings.filter((one): one is Finding<Code> => one.code === code);

beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
  const entities = await desk.done('dossier.entities', { logId });
  names = new Map(entities.map(({ record, label }) => [label, record]));
  study = await desk.done('chain.study', { logId, target: at('Lumenschip B.V.'), day: DAY });
});
afterAll(() => desk.close());

describe('the chain of the sample case', () => {
  it('says which vital processes a stop of the company reaches, how sure that is and when', () => {
    expect(
      study.study.processes.map(({ process, hit }) => [nameOf(process), hit?.verdict, hit?.from]),
    ).toEqual([
      // Eleven weeks of stock at Optilink, then eight at both data centres; felt within three days.
      ['Massaal giraal betalingsverkeer', 'certain', 19 * 7],
      ['Internettoegang en dataverkeer', 'possible', 11 * 7],
      ['Inzet Defensie', 'possible', expect.any(Number)],
    ]);
  });

  it('proves it by the relations that carry the loss, each of which it needs', async () => {
    const { edges } = await desk.done('chain.graph', { logId, day: DAY });
    const said = new Map(edges.map(({ record, from, to }) => [record, `${nameOf(from)} > ${nameOf(to)}`]));
    const [payments] = found('processHit');
    const proof = payments?.relations.map((record) => said.get(record)) ?? [];
    const halls = ['Datahal Amstel B.V.', 'Datahal Maasoever B.V.'];
    expect([proof[0], proof.slice(1, 3).sort(), proof.slice(3, 5).sort(), proof[5], proof.length]).toEqual([
      'Lumenschip B.V. > Optilink Systemen B.V.',
      halls.map((hall) => `Optilink Systemen B.V. > ${hall}`),
      halls.map((hall) => `${hall} > Betaalknoop Nederland N.V.`),
      'Betaalknoop Nederland N.V. > Massaal giraal betalingsverkeer',
      6,
    ]);
    expect(new Set(payments?.falls)).toEqual(new Set(payments?.relations));
    expect(payments?.gaps).toEqual([]);
  });

  it('finds the refiner behind both suppliers of trimethylindium, which a count of lines misses', () => {
    const roots = found('sharedRoot').map(({ node, customer, input, sources, verdict, processes }) => ({
      node: nameOf(node),
      customer: nameOf(customer),
      input,
      sources: sources.map(nameOf).sort(),
      verdict,
      reaches: processes.map(nameOf).includes('Massaal giraal betalingsverkeer'),
    }));
    expect(roots).toEqual([
      {
        node: 'Optilink Systemen B.V.',
        customer: 'Betaalknoop Nederland N.V.',
        input: 'Rekencentrumcapaciteit voor betalingen',
        sources: ['Datahal Amstel B.V.', 'Datahal Maasoever B.V.'],
        verdict: 'certain',
        reaches: true,
      },
      {
        node: 'Veldmetaal Raffinage N.V.',
        customer: 'Lumenschip B.V.',
        input: 'Trimethylindium',
        sources: ['Indaline Chimie S.A.S.', 'Oxmere Precursors Ltd'],
        verdict: 'certain',
        reaches: true,
      },
    ]);
    const lumenschip = study.points?.find(({ node }) => node === at('Lumenschip B.V.'));
    const veldmetaal = study.points?.find(({ node }) => node === at('Veldmetaal Raffinage N.V.'));
    expect([veldmetaal?.verdict, veldmetaal?.direct]).toEqual(['certain', false]);
    expect(veldmetaal?.degree).toBeLessThan((lumenschip?.degree ?? 0) / 4);
  });

  it('brings to the fore a maker with one line in the whole chart that the payments hang on all the same', () => {
    const hidden = found('hiddenPoint').map(({ node, degree, processes }) => [
      nameOf(node),
      degree,
      processes.map(nameOf),
    ]);
    // Red phosphorus: fourteen weeks at the crystal grower, nine of wafers, and Japan covers forty per cent at most.
    expect(hidden).toContainEqual(['Phosfora Chemie GmbH', 1, ['Massaal giraal betalingsverkeer']]);
  });

  it('says what is missing where a result is only possible', () => {
    const data = found('processHit').find(({ process }) => process === at('Internettoegang en dataverkeer'));
    expect(new Set(data?.gaps.map(({ kind }) => kind))).toContain('otherSources');
  });

  it('is the chain of a day and of what was known: before the case was made there was nothing', async () => {
    const known = await desk.done('chain.graph', {
      logId,
      day: DAY,
      at: { knownAt: '2000-01-01T00:00:00.000Z' },
    });
    expect(known).toEqual({ nodes: [], edges: [] });
  });

  it('changes with the next fact, and back when it is undone', async () => {
    const { edges } = await desk.done('chain.graph', { logId, day: DAY });
    const edge = edges.find(
      ({ from, to }) => from === at('Lumenschip B.V.') && to === at('Optilink Systemen B.V.'),
    );
    const claims = await desk.done('records.list', { logId, types: ['claim'] });
    const puts = claims
      .filter(({ body }) => body.subject === edge?.record && body.property === 'timeToReplace')
      .map(({ record, digest, body, marking }) => ({
        record,
        type: 'claim' as const,
        base: [digest],
        body: { ...body, value: { kind: 'number', number: 2, unit: 'weeks' } },
        marking,
      }));
    await desk.done('records.put', { logId, action: 'edit', puts });
    const target = at('Lumenschip B.V.');
    const after = await desk.done('chain.study', { logId, target, day: DAY });
    const hit = (of: Study) =>
      of.study.processes.find(({ process }) => process === at('Massaal giraal betalingsverkeer'))?.hit;
    expect(hit(after)).toBeNull();
    await desk.done('history.undo', { logId });
    expect(hit(await desk.done('chain.study', { logId, target, day: DAY }))?.verdict).toBe('certain');
  });

  it('stops every node on a worker, with progress', async () => {
    const target = at('Lumenschip B.V.');
    const { findings, points } = await desk.done('chain.points', { logId, target, day: DAY });
    expect(findings).toEqual(study.findings);
    expect(points).toEqual(study.points);
    expect(desk.events.some(({ name }) => name === 'job.progress')).toBe(true);
  });

  it('does not know a company that is not in the case', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000' as RecordId;
    expect(await desk.call('chain.study', { logId, target: nobody, day: DAY })).toMatchObject({
      ok: false,
      error: { code: 'notFound' },
    });
    expect(
      await desk.call('chain.whatIf', { logId, failing: [{ node: nobody, left: 0 }], day: DAY }),
    ).toMatchObject({
      ok: false,
      error: { code: 'notFound' },
    });
  });
});
