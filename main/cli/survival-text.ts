import type { Range } from '#shared/cascade/network.ts';
import type { Exposure } from '#shared/chain/exposure.ts';
import type { Survival } from '#shared/chain/survival.ts';
import { type ChainWords, daysText, lengthText } from '#shared/chain/wording.ts';
import type { ChainCase } from './chain-case.ts';
import { limited } from './chain-text.ts';
import { columns, wrap } from './layout.ts';
import { plainText } from './share-text.ts';
import type { Terminal } from './terminal.ts';

type Found = { readonly parties: readonly Exposure[]; readonly inputs: readonly Survival[] };

/** Who fails and when others feel it, against when it works again; then the inputs, stock against replacing. */
export function survivalLines({ t, lang }: Terminal, chain: ChainCase, { parties, inputs }: Found): string[] {
  const words: Pick<ChainWords, 't' | 'lang'> = { t, lang };
  const length = ({ min, max }: Range): string =>
    Number.isFinite(min)
      ? lengthText(words, min, Number.isFinite(max) ? max : null)
      : t('cascade.survival.endless');
  const partyRows = parties.map(({ node, recover, recoverKnown, any, vital }) => [
    chain.nameOf(node),
    length(any.survive),
    vital === null ? '–' : length(vital.survive),
    recoverKnown ? length(recover) : t('chain.unknown.notRecorded'),
    t(`cascade.survival.exposed.${any.loss}`),
    vital === null ? '–' : t(`cascade.survival.exposed.${vital.loss}`),
  ]);
  const inputRows = inputs.map((one) => [
    chain.nameOf(one.customer),
    plainText(one.input),
    daysText(words as ChainWords, one.survive, one.known.survive),
    daysText(words as ChainWords, one.replace, one.known.replace),
    t(`chain.points.gapWord.${one.gap}`),
  ]);
  const partyHead = (['party', 'first', 'vital', 'recover', 'loss', 'vitalLoss'] as const).map((key) =>
    t(`cascade.survival.case.${key}`),
  );
  const inputHead = [
    t('chain.concentration.customer'),
    ...(['input', 'survive', 'replace', 'gap'] as const).map((key) => t(`chain.points.${key}`)),
  ];
  return [
    chain.heading,
    '',
    ...wrap(t('cascade.survival.case.caption'), ''),
    '',
    ...(parties.length === 0
      ? [`  ${t('cascade.survival.case.none')}`]
      : limited(columns([partyHead, ...partyRows], '  '))),
    '',
    t('chain.points.survival'),
    ...(inputs.length === 0
      ? [`  ${t('cascade.survival.case.noInputs')}`]
      : limited(columns([inputHead, ...inputRows], '  '))),
  ];
}
