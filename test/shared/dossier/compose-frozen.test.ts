import { describe, expect, it } from 'vitest';
import type { FrozenView } from '#shared/ipc/freeze.ts';
import { bones, compose, fact, id, rows, SMALL, wordsOf } from './composeFixture.ts';

const frozen = (more: Partial<FrozenView> = {}): FrozenView => ({
  record: id('frozen'),
  title: 'Inschatting 1',
  day: '2026-11-20',
  author: 'Anna de Vries (EZ)',
  time: '2026-11-20T09:30:00.000Z' as FrozenView['time'],
  marking: 'open',
  overruled: ['noChallenge'],
  reason: 'Spoed.',
  packs: [{ id: 'bev-2023', version: '1.0.0', digest: '12345678'.repeat(8) }],
  state: 'a1'.repeat(32),
  result: 'b2'.repeat(32),
  check: 'same',
  drift: [
    { of: 'leaf CON-2', was: 'undetermined (noVerdict)', is: 'met' },
    { of: 'indicator IND-1', was: '-, 0 rated, 0 unknown', is: '2-4, 3 rated, 1 unknown' },
  ],
  changed: [
    { type: 'verdict', count: 1 },
    { type: 'rating', count: 3 },
  ],
  ...more,
});

describe('frozen assessments on the page', () => {
  it('come with packs, parameters, digests and what was passed over, so that anybody can make them again', () => {
    const document = compose(SMALL, { frozen: [frozen()] });
    expect(fact(document, 'Kaders')).toBe(
      `bev-2023, versie 1.0.0, vingerafdruk ${Array(8).fill('12345678').join(' ')}`,
    );
    expect(fact(document, 'Vingerafdruk van de uitkomst')).toBe(Array(8).fill('b2b2b2b2').join(' '));
    expect(fact(document, 'Vingerafdruk van de gegevens')).toBe(Array(8).fill('a1a1a1a1').join(' '));
    expect(fact(document, 'Parameters en toeval')).toContain('geen startgetal');
    expect(fact(document, 'Overgeslagen punten')).toContain('NEC-05, NEC-06');
    expect(fact(document, 'Opnieuw berekend')).toBe('<Opnieuw berekend: gelijk>');
  });

  it('tell what has become different since, in words', () => {
    const drift = rows(compose(SMALL, { frozen: [frozen()] }), 'frozen-1-drift');
    expect(drift.map(([of]) => of)).toEqual([
      expect.stringContaining('(CON-2)'),
      expect.stringContaining('(IND-1)'),
    ]);
    expect(drift.map((row) => row.slice(1))).toEqual([
      ['Onbepaald', 'Voldaan'],
      ['niveau –; waarderingen: 0, waarvan onbekend: 0', 'niveau 2–4; waarderingen: 3, waarvan onbekend: 1'],
    ]);
  });

  it('count what changed since, one apart from several', () => {
    const document = compose(SMALL, { frozen: [frozen({ drift: [] })] });
    expect(fact(document, 'Sindsdien')).toBe(
      'Gewijzigd: 1 oordeel, 3 waarderingen. De uitkomsten zijn gelijk gebleven.',
    );
  });

  it('say nothing of drift where they cannot be made again', () => {
    const document = compose(SMALL, { frozen: [frozen({ check: 'incomplete', drift: [], changed: [] })] });
    expect(fact(document, 'Sindsdien')).toBeUndefined();
    expect(rows(document, 'frozen-1-drift')).toEqual([]);
  });

  it('are said to be missing in one line', () => {
    expect(wordsOf(compose(SMALL))).toContain('Er is nog geen beoordeling vastgesteld.');
  });

  it('give away no outcome that rests on what stood above the ceiling, then or now', () => {
    const document = compose(SMALL, { frozen: [frozen()], ceiling: 'open', pastAbove: true });
    expect(wordsOf(document)).not.toMatch(/b2b2b2b2|a1a1a1a1|Sindsdien|waarvan onbekend/);
    expect(wordsOf(document)).toContain('staan niet in dit exemplaar');
    expect(fact(document, 'Kaders')).toBeDefined();
  });

  it('are counted and not named above the ceiling', () => {
    const secret = frozen({ title: 'Geheime inschatting', marking: 'depV' });
    const words = wordsOf(compose(SMALL, { frozen: [secret], ceiling: 'open', pastAbove: true }));
    expect(words).toContain('1 vaststelling staat boven de rubriceringsgrens en is weggelaten.');
    expect(words).not.toMatch(/Geheime|Spoed/);
    expect(words).not.toContain('Er is nog geen beoordeling vastgesteld.');
  });

  it('carry the highest marking of the page on what they say of outcomes', () => {
    const document = compose(SMALL, { frozen: [frozen({ marking: 'depV' })] });
    const table = document.blocks.find((block) => block.kind === 'table' && block.id === 'frozen-1-drift');
    expect(table?.marking?.code).toBe('depV');
    expect(document.marking.code).toBe('depV');
  });

  it('differ between the languages in words alone', () => {
    const more = { frozen: [frozen()] };
    expect(bones(compose(SMALL, { ...more, lang: 'en' }))).toEqual(bones(compose(SMALL, more)));
  });
});
