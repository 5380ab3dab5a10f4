import { useMemo } from 'react';
import { countryText } from '#shared/i18n/codes.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { InterestView, ShareView } from '#shared/ipc/ownership.ts';
import { shareWords } from '#shared/ownership/share-words.ts';
import type { Given } from '../../api/index.ts';
import { useLang, useLocale, useT } from '../../app/language.ts';
import { partialDateText } from '../../ui/index.ts';

export type Picture = Given<'ownership.get'>;
export type Span = { readonly min: number; readonly max: number };

/** Shares in words of the reader: 28,6%, 10–15%, onbekend. */
export function useWords() {
  const t = useT();
  const locale = useLocale();
  const lang = useLang();
  return useMemo(() => {
    const { percent, span } = shareWords(lang);
    const share = (view: ShareView | undefined): string | undefined =>
      view === undefined
        ? undefined
        : view.kind === 'exact'
          ? percent(view.value)
          : view.kind === 'range'
            ? span(view)
            : t('ownership.interest.unknown');
    return {
      t,
      percent,
      span,
      share,
      day: (day: string) => partialDateText(locale, day),
      country: (code: string | undefined) => (code === undefined ? undefined : countryText(code, lang)),
      list: (names: readonly string[]) => new Intl.ListFormat(locale).format(names),
      lineLabel: (interest: InterestView) => lineLabel(interest, t, share),
    };
  }, [t, locale, lang]);
}
export type Words = ReturnType<typeof useWords>;

const equal = (a: ShareView, b: ShareView): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What stands on a line: the share, both shares where votes differ from capital, or the kind where there is none. */
function lineLabel(
  { kind, capital, votes, claim }: InterestView,
  t: Translate,
  share: (view: ShareView | undefined) => string | undefined,
): string {
  if (claim !== undefined) return t(`influence.channel.${claim.channel}`);
  if (kind === 'directs' || kind === 'influences') return t(`ownership.short.${kind}`);
  if (capital === undefined && votes === undefined) {
    return t(kind === 'controls' ? 'ownership.short.controls' : 'ownership.interest.unknown');
  }
  if (capital === undefined || votes === undefined || equal(capital, votes))
    return share(capital ?? votes) ?? '';
  return `${t('ownership.chart.capitalShort')} ${share(capital)} · ${t('ownership.chart.votesShort')} ${share(votes)}`;
}
