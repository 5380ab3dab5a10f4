import { describe, expect, it } from 'vitest';
import type { VersionView } from '#shared/ipc/common.ts';
import { bones, claim, compose, id, rows, SMALL, view, wordsOf } from './composeFixture.ts';

const share = claim(
  'part',
  'capital',
  { kind: 'number', number: 25, unit: 'percent' },
  { subject: id('stake') },
);
const investor = (marking: 'open' | 'depV' = 'open') =>
  view('investor', 'company', { name: 'Zuiderfonds', form: 'fund', country: 'DE' }, { marking });
const deal = (
  key: string,
  title: string,
  changes: object = {},
  marking: 'open' | 'depV' = 'open',
): VersionView =>
  view(
    key,
    'scenario',
    {
      title,
      kind: 'unwantedDeal',
      company: id('company'),
      steps: [
        {
          kind: 'issue',
          investor: { record: id('investor') },
          size: {
            by: 'money',
            amount: { kind: 'exact', value: 500 },
            preMoney: { kind: 'exact', value: 1000 },
          },
        },
      ],
      ...changes,
    },
    { marking },
  );
const CASE = [...SMALL, share, investor()];
const titles = (views: readonly VersionView[], more: Parameters<typeof compose>[1] = {}): string[] =>
  compose(views, more).blocks.flatMap((block) =>
    block.kind === 'heading' && block.id.startsWith('scenario') ? [block.text] : [],
  );

describe('the chapter on transactions', () => {
  it('puts each scenario beside the facts: 25% before a round of 500 on 1000 is 16.7% after', () => {
    const document = compose([...CASE, deal('deal', 'Ronde')]);
    expect(titles([...CASE, deal('deal', 'Ronde')])).toEqual([
      'Transacties vergeleken',
      'Nu (feiten)',
      '(1) Ronde',
      'Vergelijking',
    ]);
    expect(rows(document, 'scenarios-capital-0')).toEqual([
      ['Noorderfonds', '25%', '16,7%'],
      ['Zuiderfonds', '–', '33,3%'],
      ['Niet vastgelegd', '75%', '50%'],
    ]);
    expect(wordsOf(document)).toContain(
      'Na de transactie beschikt Zuiderfonds over 33,3% van de stemmen en 33,3% van het kapitaal.',
    );
  });

  it('is not there without scenarios', () => {
    expect(titles(CASE)).toEqual([]);
  });

  it('differs between the languages in words alone, and not by the order of the records', () => {
    const views = [...CASE, deal('deal', 'Ronde'), deal('more', 'Meer', { basedOn: id('deal') })];
    expect(bones(compose(views, { lang: 'en' }))).toEqual(bones(compose(views)));
    expect(compose(views.toReversed())).toEqual(compose(views));
  });

  it('divides many scenarios over tables that fit on the page', () => {
    const views = Array.from({ length: 9 }, (_, i) => deal(`deal-${i}`, `Ronde ${i}`));
    const document = compose([...CASE, ...views]);
    expect(rows(document, 'scenarios-capital-0')[0]).toHaveLength(8);
    expect(rows(document, 'scenarios-capital-1')[0]).toEqual([
      'Noorderfonds',
      '25%',
      '16,7%',
      '16,7%',
      '16,7%',
    ]);
  });

  it('leaves out what stands above the ceiling, and every scenario that would give it away', () => {
    const views = [
      ...SMALL,
      share,
      investor('depV'),
      deal('deal', 'Ronde'),
      deal('more', 'Meer', { basedOn: id('deal'), steps: [] }),
      deal('none', 'Leeg', { steps: [] }),
      deal('kept', 'Geheim plan', { steps: [] }, 'depV'),
    ];
    const document = compose(views, { ceiling: 'open' });
    expect(titles(views, { ceiling: 'open' })).toEqual([
      'Transacties vergeleken',
      'Nu (feiten)',
      '(1) Leeg',
      'Vergelijking',
    ]);
    expect(wordsOf(document)).not.toMatch(/Zuiderfonds|Geheim plan|Ronde/);
  });
});
