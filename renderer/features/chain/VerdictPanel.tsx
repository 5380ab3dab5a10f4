import { Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconFlag } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { lengthText, namesText, oneStop } from '#shared/chain/wording.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { Headline, HeadlinePoints, HeadlineText } from '../../ui/index.ts';
import { useDayText } from '../caseFrame/timeWords.ts';
import { type ChainStudy, useChain } from './ChainContext.ts';

const SIGN = { certain: IconFlag, possible: IconCircleDashed, none: IconCircleCheck } as const;
const TONE = { certain: 'notMet', possible: 'undetermined', none: 'neutral' } as const;

/**
 * The verdict in words, before any picture: which vital processes a stop reaches, and who depends on the target. In
 * `brief` the verdict alone, so that what is chosen below it can be worked with without scrolling.
 */
export function VerdictPanel({
  study,
  chooser,
  brief,
}: {
  readonly study: ChainStudy;
  readonly chooser: ReactNode;
  readonly brief: boolean;
}) {
  const { words, day } = useChain();
  const dayText = useDayText();
  const { t } = words;
  const { processes } = study.study;
  const count = (verdict: 'certain' | 'possible') =>
    processes.filter(({ hit }) => hit?.verdict === verdict).length;
  const [certain, possible] = [count('certain'), count('possible')];
  const verdict = certain > 0 ? 'certain' : possible > 0 ? 'possible' : 'none';
  const { label: name } = study.target;
  const word =
    processes.length === 0
      ? t('chain.head.noProcess')
      : verdict === 'none'
        ? t('chain.head.none')
        : t(`chain.head.${verdict}`, { count: verdict === 'certain' ? certain : possible });
  return (
    <Headline
      over={t('chain.head.about', { name, day: dayText(day) })}
      word={word}
      sign={SIGN[verdict]}
      tone={TONE[verdict]}
      side={chooser}
      brief={brief}
      testId="chain-verdict"
    >
      {brief ? null : processes.length === 0 ? (
        <HeadlineText>{t('chain.head.noProcessText')}</HeadlineText>
      ) : (
        <HeadlinePoints>
          {processes.map(({ process, hit }) => (
            <li key={process} data-verdict={hit?.verdict ?? 'none'}>
              {t(`chain.head.process.${hit?.verdict ?? 'none'}`, {
                process: words.nameOf(process),
                time:
                  hit === null
                    ? ''
                    : t('chain.time.after', {
                        time: lengthText(words, hit.from, hit.verdict === 'certain' ? hit.to : hit.from),
                      }),
              })}
            </li>
          ))}
        </HeadlinePoints>
      )}
      {!brief && <Dependants study={study} />}
      {!brief && (
        <Text size="sm" c="dimmed">
          {t('chain.head.howSure')}
        </Text>
      )}
    </Headline>
  );
}

function Dependants({ study }: { readonly study: ChainStudy }) {
  const { words } = useChain();
  const { t } = words;
  const { dependants, suppliers } = study.study;
  const { label: name } = study.target;
  const named = (what: 'government' | 'providers', records: readonly RecordId[]): readonly string[] =>
    records.length === 0
      ? []
      : [t(`chain.head.${what}`, { count: records.length, names: namesText(words, records) })];
  return (
    <HeadlineText>
      {oneStop(
        [
          t('chain.head.dependants', { name, direct: dependants.direct, indirect: dependants.indirect }),
          ...named('government', dependants.government),
          ...named('providers', dependants.vitalProviders),
          t('chain.head.suppliers', { direct: suppliers.direct, indirect: suppliers.indirect }),
        ].join(' '),
      )}
    </HeadlineText>
  );
}
