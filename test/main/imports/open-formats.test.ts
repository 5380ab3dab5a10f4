import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenFormat } from '#shared/export/open-formats.ts';
import type { ImportFormatId } from '#shared/ipc/imports.ts';
import { checkLei } from '#shared/model/identifiers.ts';
import { type LogId, type RecordId, slotId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../../support/session.ts';

let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  ({ logId } = await desk.done('cases.openSample', {}));
});
afterAll(() => desk.close());

const at = (name: string): string => path.join(desk.userData, name);
/** Picks a file, lets its format be recognised, reads it into the stage and takes it. */
async function take(name: string, format: ImportFormatId) {
  desk.pick.push(at(name));
  const [picked] = await desk.done('imports.pick', { folder: false });
  const token = picked?.token ?? '';
  const { formats } = await desk.done('imports.inspect', { logId, token });
  const source = { title: 'Het bestand', kind: 'database' } as const;
  const basis = { source, reliability: 'C', credibility: '3', marking: 'open' } as const;
  const waiting = await desk.done('imports.plan', { logId, token, format, basis });
  expect(waiting.counts).toMatchObject({ refused: 0, broken: false });
  const { counts } = await desk.done('imports.take', { logId, id: waiting.id });
  return { guess: formats[0]?.format, counts };
}
const writeOut = async (format: OpenFormat, name: string): Promise<void> => {
  desk.saveTo.push(at(name));
  await desk.done('formats.export', { logId, format });
};
const history = async () => (await desk.done('history.list', { logId })).entries.length;

describe('a case that went out and comes back into the same case', () => {
  it.each(['ftm', 'bods'] as const)(
    'as %s changes nothing and leaves no step in the history',
    async (format) => {
      await writeOut(format, `zaak.${format}.json`);
      const before = await history();
      const { guess, counts } = await take(`zaak.${format}.json`, format);
      expect(guess).toBe(format);
      expect(counts).toMatchObject({ created: 0, changed: 0 });
      expect(counts.unchanged).toBeGreaterThan(100);
      expect(await history()).toBe(before);
    },
  );
});

const lei = (eighteen: string): string =>
  [...Array(97).keys()]
    .map((check) => `${eighteen}${String(check + 2).padStart(2, '0')}`)
    .find((whole) => checkLei(whole).ok) ?? '';
const TARGET = lei('ZZZZ00TARGET000001');
const PARENT = lei('ZZZZ00PARENT000002');

describe('files of others', () => {
  it('a graph comes in as one step, the second time it is nothing, and undo takes it back', async () => {
    fs.writeFileSync(
      at('keten.graphml'),
      `<graphml><key id="k" for="edge" attr.name="kind"/><graph edgedefault="directed">
        <node id="a"/><node id="b"/><edge source="a" target="b"><data key="k">supplies</data></edge></graph></graphml>`,
    );
    const before = await history();
    const first = await take('keten.graphml', 'graphml');
    // Two parties, a relation, the claim that it is there, and the source.
    expect([first.guess, first.counts.created]).toEqual(['graphml', 5]);
    expect(await history()).toBe(before + 1);
    await desk.done('history.undo', { logId });
    const again = await take('keten.graphml', 'graphml');
    expect(again.counts.created + again.counts.changed).toBe(5);
    const third = await take('keten.graphml', 'graphml');
    expect(third.counts).toMatchObject({ created: 0, changed: 0 });
  });

  it('rows of GLEIF find the party of the case by its number, and leave strangers out', async () => {
    const [company] = await desk.done('dossier.entities', { logId, at: {} });
    const said = { reliability: 'A', credibility: '1', certainty: 'asserted', basis: [] };
    const claim = slotId(logId, 'lei');
    const body = {
      subject: company?.record,
      property: 'lei',
      value: { kind: 'code', code: TARGET },
      ...said,
    };
    await desk.done('records.put', {
      logId,
      action: 'create',
      puts: [{ record: claim, type: 'claim', base: [], body: body as never, marking: 'open' }],
    });
    const row = (child: string, parent: string) => `${child},${parent},IS_DIRECTLY_CONSOLIDATED_BY`;
    fs.writeFileSync(
      at('rr.csv'),
      [
        'Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType',
        row(TARGET, PARENT),
        row(lei('ZZZZ00FAROFF000003'), lei('ZZZZ00FAROFF000004')),
      ].join('\n'),
    );
    const { guess, counts } = await take('rr.csv', 'gleif');
    expect(guess).toBe('gleif');
    // The neighbour and its number, the relation with three facts, and the source; of the strangers nothing.
    expect(counts.created).toBe(7);
    const page = await desk.done('dossier.entity', { logId, record: company?.record as RecordId, at: {} });
    const parent = page.relations.find(({ other }) => other.label === `LEI ${PARENT}`);
    expect(parent).toMatchObject({ direction: 'in' });
  });
});
