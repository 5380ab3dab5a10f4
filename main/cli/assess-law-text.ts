import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { leafById } from '#shared/framework/wording.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { instrumentsContract } from '#shared/ipc/instruments.ts';
import type { lawContract } from '#shared/ipc/law.ts';
import { columns, wrap } from './layout.ts';
import type { Terminal } from './terminal.ts';

type Law = OutputOf<(typeof lawContract)['law.get']>;
type Ladder = OutputOf<(typeof instrumentsContract)['instruments.get']>;

/** What the laws suggest for each scope case, and which laws decide that. */
export function scopeLines({ t, lang }: Terminal, { company, cases, laws }: Law): string[] {
  if (company === null) return [`  ${t('cli.assess.noCompany')}`];
  const shortOf = (id: string): string => laws.find((one) => one.id === id)?.short[lang] ?? id;
  return columns(
    cases.map((one) => [
      one.leaf,
      leafById(BEV_2023, one.leaf)?.title[lang] ?? '',
      t(`words.outcome.${one.outcome}`),
      one.laws.map(shortOf).join('; '),
    ]),
    '  ',
  );
}

/** How far the ladder of lighter instruments was judged, and what it suggests for the last resort. */
export function ladderLines({ t }: Terminal, { rungs, suggests }: Ladder): string[] {
  const done = rungs.filter(({ gap }) => gap === undefined).length;
  const word = (leg: 'law' | 'market'): string => t(`words.outcome.${suggests[leg]}`).toLowerCase();
  return [
    `  ${t('cli.assess.judged', { done, all: rungs.length })}`,
    ...wrap(t('cli.assess.legs', { law: word('law'), market: word('market') }), '  '),
  ];
}
