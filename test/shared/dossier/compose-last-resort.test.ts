import { describe, expect, it } from 'vitest';
import type { VersionView } from '#shared/ipc/common.ts';
import { bones, compose, id, OTHER, rows, SMALL, view, wordsOf } from './composeFixture.ts';

type More = Parameters<typeof view>[3];
const rung = (instrument: string, body: object, more: More = {}): VersionView =>
  view(
    `rung:${instrument}`,
    'rung',
    { instrument, verdict: 'notRelevant', reason: 'Geen telecompartij.', evidence: [], ...body },
    more,
  );
const asked = (key: string, body: object, more: More = {}): VersionView =>
  view(
    key,
    'marketContact',
    { name: 'Pensioenfonds Zuid', approached: '2026-10-01', response: 'declined', evidence: [], ...body },
    more,
  );
const ladder = (document: ReturnType<typeof compose>): string[][] =>
  document.blocks.flatMap((block) =>
    block.kind === 'table' && block.id.startsWith('ladder-') ? rows(document, block.id) : [],
  );
const rungIn = (document: ReturnType<typeof compose>, code: string): string[] | undefined =>
  ladder(document).find(([name]) => name?.startsWith(code));

describe('the annex on the last resort', () => {
  it('has every instrument and measure, and an empty rung says that it is empty', () => {
    const document = compose(SMALL);
    expect(ladder(document).filter(([name]) => name?.startsWith('INS-'))).toHaveLength(44);
    expect(rungIn(document, 'INS-03')?.slice(2)).toEqual(['<Nog geen oordeel>', '–']);
    expect(wordsOf(document)).toContain('Er is nog geen marktpartij benaderd.');
    expect(rows(document, 'last-resort-legs').map(([, suggestion]) => suggestion)).toEqual([
      '<Onbepaald>',
      '<Onbepaald>',
    ]);
  });

  it('gives verdict, ground, coverage, time, residual risk and reason; not relevant needs only its reason', () => {
    const document = compose([
      ...SMALL,
      rung('INS-03', {}),
      rung('INS-06', {
        verdict: 'insufficient',
        ground: 'insufficient',
        covers: ['dependencies'],
        inTime: 'no',
        residual: 'De kas raakt leeg.',
        reason: 'Brengt geen ander geld.',
        evidence: [id('seat')],
      }),
    ]);
    expect(rungIn(document, 'INS-03')?.slice(2)).toEqual([
      'Niet relevant',
      'Geen telecompartij.\nAnna de Vries (EZ), 20 november 2026',
    ]);
    expect(rungIn(document, 'INS-06')?.[2]).toBe('Onvoldoende. Schiet tekort');
    expect(rungIn(document, 'INS-06')?.[3]).toMatch(
      /^Brengt geen ander geld\.\nDekt: Strategische afhankelijkheden\. Op tijd: nee\.\nRestrisico: De kas raakt leeg\.\nBewijs: \[\d+\]\n/,
    );
  });

  it('prints verdicts that differ beside each other and counts none', () => {
    const document = compose([
      ...SMALL,
      rung('INS-03', {}),
      rung('INS-03', { verdict: 'suffices' }, { author: OTHER }),
    ]);
    expect(rungIn(document, 'INS-03')?.[2]).toMatch(/^<Uiteenlopende oordelen>\n/);
    expect(rungIn(document, 'INS-03')?.[3]).toContain('Bram Kuiper');
  });

  it('lists who was asked for finance; an amount that is not known is not zero', () => {
    const document = compose([
      ...SMALL,
      asked('late', {
        name: 'Bank',
        approached: '2026-11-01',
        response: 'offer',
        ties: 'found',
        amount: 5_000_000,
      }),
      asked('early', { reason: 'Te klein.' }),
    ]);
    expect(rows(document, 'market-contacts')).toEqual([
      ['Pensioenfonds Zuid', '1 oktober 2026', 'Afgewezen', 'niet bekend', '<Niet nagegaan>', 'Te klein.'],
      ['Bank', '1 november 2026', 'Aanbod', '€\u00a05.000.000', '<Gevonden>', ''],
    ]);
    expect(rows(document, 'last-resort-legs')[1]?.[1]).toBe('<Voldaan>');
  });

  it('leaves out what stands above the ceiling, and an approach of a party that does', () => {
    const views = [
      ...SMALL,
      view('secret', 'company', { name: 'Zuiderfonds', form: 'fund', country: 'NL' }, { marking: 'depV' }),
      rung('INS-03', { reason: 'Geheime reden.' }, { marking: 'depV' }),
      asked('first', { name: 'Zuiderfonds', party: id('secret') }),
      asked('second', {}),
    ];
    const document = compose(views, { ceiling: 'open' });
    expect(rungIn(document, 'INS-03')?.slice(2)).toEqual(['<Nog geen oordeel>', '–']);
    expect(rows(document, 'market-contacts').map(([name]) => name)).toEqual(['Pensioenfonds Zuid']);
    expect(wordsOf(document)).not.toMatch(/Zuiderfonds|Geheime reden/);
    expect(bones(compose(views, { lang: 'en' }))).toEqual(bones(compose(views)));
  });
});
