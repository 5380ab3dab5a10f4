import { Anchor, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { allOf } from '#shared/framework/kleene.ts';
import { useLang, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Headline, HeadlinePoints, OutcomeChip } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useDayText } from '../caseFrame/timeWords.ts';
import { useAssessment, verdictOf } from '../overview/useAssessment.ts';
import style from './instruments.module.css';
import { rungOf, useLadder, verdictOn } from './LadderContext.ts';

const SIGN = { met: IconCircleCheck, notMet: IconCircleX, undetermined: IconCircleDashed } as const;

/** Whether the lighter ways are exhausted, in words, with both legs of the last resort apart. */
export function ExhaustedPanel() {
  const t = useT();
  const lang = useLang();
  const dayText = useDayText();
  const { ladder, day } = useLadder();
  const { rungs, market, suggests } = ladder;
  const outcome = allOf([suggests.law, suggests.market]);
  const open = rungs.filter(({ gap }) => gap !== undefined).length;
  const enough = rungs.filter((rung) => verdictOn(rung)?.verdict === 'suffices');
  const list = enough.map((rung) => rungOf(rung.id).title[lang]).join(', ');
  return (
    <Headline
      over={t('instruments.head.over', { day: dayText(day) })}
      word={t(`instruments.head.word.${outcome}`)}
      sign={SIGN[outcome]}
      tone={outcome}
      side={
        <div className={style.legs}>
          <Leg name={t('instruments.head.legLaw')} leaf="NEC-01" outcome={suggests.law} />
          <Leg name={t('instruments.head.legMarket')} leaf="NEC-02" outcome={suggests.market} />
        </div>
      }
      testId="last-resort"
    >
      <HeadlinePoints>
        <li>{t('instruments.head.judged', { done: rungs.length - open, all: rungs.length })}</li>
        {open > 0 && <li>{t('instruments.head.open', { count: open })}</li>}
        {enough.length > 0 && <li>{t('instruments.head.suffices', { count: enough.length, list })}</li>}
        <li>
          {market.length === 0
            ? t('instruments.head.marketNone')
            : t('instruments.head.market', { count: market.length })}
        </li>
      </HeadlinePoints>
      <Text size="sm" c="dimmed" maw="68ch">
        {t('instruments.head.note')}
      </Text>
    </Headline>
  );
}

function Leg(props: {
  readonly name: string;
  readonly leaf: string;
  readonly outcome: 'met' | 'notMet' | 'undetermined';
}) {
  const t = useT();
  const { logId } = useCase();
  const { assessed } = useAssessment();
  const versions = assessed?.verdictOn(props.leaf)?.versions ?? [];
  const [version] = versions;
  const judged = versions.length === 1 && version ? verdictOf(version).outcome : undefined;
  return (
    <div className={style.leg} data-leg={props.leaf}>
      <Text fw={650}>{props.name}</Text>
      <div className={style.chips}>
        <Text component="span" size="sm">
          {t('instruments.head.suggestion')}
        </Text>
        <OutcomeChip outcome={props.outcome} />
      </div>
      <Text size="sm" c="dimmed">
        {judged === undefined
          ? t('law.cases.notJudged')
          : t('law.cases.judged', { outcome: t(`words.outcome.${judged}`).toLowerCase() })}
      </Text>
      <Anchor fz="sm" href={hrefOf({ screen: 'case', logId, tab: 'overview', record: props.leaf })}>
        {t('instruments.head.toVerdict')}
      </Anchor>
    </div>
  );
}
