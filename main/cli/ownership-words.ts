import { LOCALES } from '#shared/i18n/index.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { InterestView, ownershipContract, ShareView } from '#shared/ipc/ownership.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { plainText, shareWords } from './share-text.ts';
import type { Terminal } from './terminal.ts';

export type Picture = OutputOf<(typeof ownershipContract)['ownership.get']>;

/** Names, shares and interests of one picture in words, the same as those of the window. */
export function ownershipWords({ t, lang }: Terminal, picture: Picture) {
  const { percent, span } = shareWords(lang);
  const names = new Map(picture.nodes.map(({ record, label }) => [record, plainText(label)]));
  const interests = new Map(picture.interests.map((one) => [one.relation, one]));
  const sources = new Map(picture.sources.map(({ record, label }) => [record, plainText(label)]));
  const nameOf = (record: RecordId): string => names.get(record) ?? record;

  const share = (view: ShareView): string =>
    view.kind === 'exact'
      ? percent(view.value)
      : view.kind === 'range'
        ? span(view)
        : t('ownership.interest.unknown');

  const figures = ({ kind, capital, votes, claim }: InterestView): string => {
    if (claim !== undefined)
      return `${t(`influence.channel.${claim.channel}`)}, ${t(`ownership.verdict.${claim.certainty}`)}`;
    if (kind === 'directs' || kind === 'influences') return t(`ownership.short.${kind}`);
    const one = capital ?? votes;
    if (one === undefined)
      return t(kind === 'controls' ? 'ownership.short.controls' : 'ownership.interest.unknown');
    if (capital === undefined || votes === undefined || share(capital) === share(votes)) return share(one);
    return `${t('ownership.interest.capital')} ${share(capital)}, ${t('ownership.interest.votes')} ${share(votes)}`;
  };

  return {
    t,
    percent,
    span,
    nameOf,
    target: plainText(picture.target.label),
    list: (records: readonly RecordId[]): string =>
      new Intl.ListFormat(LOCALES[lang]).format(records.map(nameOf)),
    day: (day: string): string =>
      new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)),
    /** An interest with its size, the weakest grade that it rests on, and what is wrong with its evidence. */
    interest: (relation: RecordId): string => {
      const interest = interests.get(relation);
      if (!interest) return relation;
      const { from, to, kind, grade, disputed, unsourced, sources: cited } = interest;
      const said = t('ownership.interest.describe', {
        from: nameOf(from),
        kind: t(`words.relationKind.${kind}`),
        to: nameOf(to),
      });
      const notes = [
        figures(interest),
        grade ? `${grade.reliability}${grade.credibility}` : t('ownership.interest.noGrade'),
        ...cited.flatMap((source) => sources.get(source) ?? []),
        ...(unsourced && grade ? [t('ownership.interest.unsourced')] : []),
        ...(disputed ? [t('ownership.interest.disputed')] : []),
      ];
      return `${said} (${notes.join('; ')})`;
    },
    sourceList: (records: readonly RecordId[]): string =>
      new Intl.ListFormat(LOCALES[lang]).format(
        records.flatMap((record) => {
          const name = sources.get(record);
          return name === undefined ? [] : [t('influence.quoted', { name })];
        }),
      ),
    /** Holder and held of the first of these interests. */
    ends: (relations: readonly RecordId[]): readonly RecordId[] => {
      const [first] = relations.flatMap((relation) => interests.get(relation) ?? []);
      return first ? [first.from, first.to] : [];
    },
  };
}
export type OwnershipWords = ReturnType<typeof ownershipWords>;
