import { Button, Text } from '@mantine/core';
import { IconCircleDashed, IconCircleX, IconEyeOff, IconFlag, IconUserQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { useQueryCall } from '../../api/index.ts';
import { Headline, HeadlinePoints, HeadlineText } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { isContradiction } from './findings.ts';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';
import { Carriers } from './WhyPanel.tsx';

const SIGN = { certain: IconFlag, possible: IconCircleDashed, excluded: IconCircleX } as const;
const TONE = { certain: 'notMet', possible: 'undetermined', excluded: 'neutral' } as const;
const SOME = 1e-9;

/** The verdict in words, before any picture; beside it what it is about. */
export function VerdictPanel(props: {
  readonly chooser: ReactNode;
  readonly own: boolean;
  readonly onParties: (parties: readonly RecordId[]) => void;
}) {
  const { picture, words, day } = useStudy();
  const { t } = words;
  const { label: target } = picture.target;
  const count = picture.parties.length;
  const { verdict } = picture.why;
  return (
    <Headline
      over={t('ownership.head.over', { target, day: words.day(day) })}
      word={count === 0 ? t('ownership.head.noParties') : t(`ownership.head.${verdict}`)}
      sign={count === 0 ? IconUserQuestion : SIGN[verdict]}
      tone={count === 0 ? 'neutral' : TONE[verdict]}
      side={props.chooser}
      testId="control-verdict"
    >
      {count === 0 ? (
        <HeadlineText>
          {t(props.own ? 'ownership.head.noPartiesChosen' : 'ownership.head.noPartiesText', { target })}
        </HeadlineText>
      ) : (
        <>
          <Reasons />
          <Influence />
          <WhatIf onParties={props.onParties} />
        </>
      )}
    </Headline>
  );
}

function Reasons() {
  const { picture, words, nameOf } = useStudy();
  const { t, span } = words;
  const { label: target } = picture.target;
  const { verdict } = picture.why;
  const largest = picture.owners
    .filter(({ owner, max }) => picture.parties.includes(owner) && (max ?? 1) > SOME)
    .sort((a, b) => (b.max ?? 1) - (a.max ?? 1))[0];
  const control = picture.rules.find(({ rule }) => rule === 'vifo.control');
  const stake = control?.stakes.find(({ basis }) => basis === 'votes');
  const significant = picture.rules
    .filter(({ rule, verdict: met }) => rule === 'vifo.significantInfluence' && met !== 'excluded')
    .sort(
      (a, b) => Number(a.verdict === 'possible') - Number(b.verdict === 'possible') || b.level - a.level,
    )[0];
  const { unseen } = picture.opacity;
  const contradictions = picture.findings.filter(isContradiction).length;
  return (
    <>
      <HeadlineText>
        {t(`ownership.head.${verdict}Text`, { count: picture.parties.length, target })}
        {control?.byRight && ` ${t('ownership.head.byRight')}`}
      </HeadlineText>
      <HeadlinePoints>
        <li>
          {largest === undefined
            ? t('ownership.head.lookThroughNone')
            : t('ownership.head.lookThrough', {
                name: nameOf(largest.owner),
                share:
                  largest.integrated === null
                    ? span({ min: largest.min ?? 0, max: largest.max ?? 1 })
                    : words.percent(largest.integrated),
              })}
        </li>
        {stake !== undefined && <li>{t('ownership.head.votes', { share: span(stake) })}</li>}
        {significant !== undefined && verdict !== 'certain' && (
          <li>
            {t(
              significant.verdict === 'certain'
                ? 'ownership.head.significantCertain'
                : 'ownership.head.significantPossible',
              { level: words.percent(significant.level) },
            )}
          </li>
        )}
        <li>
          {unseen.max > SOME
            ? t('ownership.head.unseen', { share: span(unseen) })
            : t('ownership.head.unseenNone')}
        </li>
        {contradictions > 0 && <li>{t('ownership.head.contradictions', { count: contradictions })}</li>}
      </HeadlinePoints>
      {verdict === 'excluded' && (
        <Text size="sm" c="dimmed">
          {t('ownership.head.caution')}
        </Text>
      )}
    </>
  );
}

/** Whether the parties reach the company at all, directly or indirectly (CON-2), and the one source that carries it. */
function Influence() {
  const { picture, words } = useStudy();
  const { t } = words;
  const { verdict, carriers } = picture.influence;
  const Sign = SIGN[verdict];
  return (
    <div className={style.second} data-testid="influence-verdict">
      <Text fw={600}>{t('influence.verdict.over', { target: picture.target.label })}:</Text>
      <Text fw={600} component="span" className={style.verdictInline}>
        <Sign size={18} stroke={1.8} aria-hidden /> {t(`influence.verdict.${verdict}`)}
      </Text>
      <Text size="sm">
        {t(`influence.verdict.${verdict}Text`, { target: picture.target.label })}
        {verdict !== 'excluded' && (
          <>
            {' '}
            <Carriers carriers={carriers} />
          </>
        )}
      </Text>
      <Text size="sm" c="dimmed">
        {t('influence.verdict.construct')}
      </Text>
    </div>
  );
}

/** What the verdict would be if whoever hides behind an unknown holder belonged to the parties. */
function WhatIf({ onParties }: { readonly onParties: (parties: readonly RecordId[]) => void }) {
  const { picture, words, day, after } = useStudy();
  const { t, span } = words;
  const { logId, at } = useCase();
  const hidden = picture.nodes
    .filter(({ opaque, party, layer }) => opaque && !party && layer > 0)
    .map(({ record }) => record);
  const parties = [...picture.parties, ...hidden];
  const { data } = useQueryCall(
    'ownership.get',
    { logId, target: picture.target.record, day, at, after, parties },
    { enabled: hidden.length > 0 },
  );
  const stake = data?.rules
    .find(({ rule }) => rule === 'vifo.control')
    ?.stakes.find(({ basis }) => basis === 'votes');
  if (hidden.length === 0 || data === undefined || stake === undefined) return null;
  return (
    <div className={style.whatIf} data-testid="what-if">
      <IconEyeOff size={20} stroke={1.7} aria-hidden />
      <Text size="sm" flex="1 1 260px">
        {t('ownership.head.whatIf', {
          count: hidden.length,
          verdict: t(`ownership.head.whatIfVerdict.${data.why.verdict}`),
          share: span(stake),
        })}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => onParties(parties)}>
        {t('ownership.head.whatIfTake')}
      </Button>
    </div>
  );
}
