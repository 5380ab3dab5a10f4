import { Anchor, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { WeighingPart } from '#shared/model/records/weighing.ts';
import { leavesFor } from '#shared/weighing/grounds.ts';
import { useLang, useT } from '../../app/language.ts';
import { type CaseTab, hrefOf } from '../../app/router.ts';
import { OutcomeChip } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useGroundText } from './useGroundText.ts';
import { useWeighing } from './WeighingContext.ts';
import style from './weighing.module.css';

/**
 * What was judged elsewhere and belongs to a part: questions with their outcomes, and what has no outcome of its own.
 * `beside` a form nothing leads away from what is being typed.
 */
export function Grounds({ part, beside }: { readonly part: WeighingPart; readonly beside?: boolean }) {
  const t = useT();
  const lang = useLang();
  const id = useId();
  const { assessed, weighed } = useWeighing();
  const text = useGroundText();
  return (
    <div className={style.grounds} role="note" aria-labelledby={id}>
      <Text id={id} size="sm" fw={600}>
        {t('weighing.grounds')}
      </Text>
      <ul className={style.rows}>
        {leavesFor(part, assessed.assessment.root).map(({ id: leaf, label, outcome }) => (
          <Row
            key={leaf}
            beside={beside}
            tab="overview"
            record={leaf}
            name={t('weighing.leaf', { title: label[lang], code: leaf })}
          >
            <OutcomeChip outcome={outcome} />
          </Row>
        ))}
        {part === 'interests' &&
          assessed.assessment.indicators.map((indicator) => (
            <Row key={indicator.id} beside={beside} tab="indicators" name={indicator.label[lang]}>
              {text.indicator(indicator)}
            </Row>
          ))}
        {part === 'risks' &&
          weighed.appraisals.map((appraisal) => (
            <Row key={appraisal.digest} beside={beside} tab="threat" name={text.statement(appraisal)}>
              {text.likelihood(appraisal)}
            </Row>
          ))}
        {part === 'response' && (
          <Row beside={beside} tab="instruments" name={t('weighing.ladderName')}>
            {text.rungs(weighed.rungs)}
          </Row>
        )}
      </ul>
      <Text size="xs" c="dimmed">
        {t('weighing.groundsHelp')}
      </Text>
    </div>
  );
}

function Row(props: {
  readonly beside: boolean | undefined;
  readonly tab: CaseTab;
  readonly record?: string;
  readonly name: string;
  readonly children: ReactNode;
}) {
  const { logId } = useCase();
  const { tab, record } = props;
  const href = hrefOf({ screen: 'case', logId, tab, ...(record === undefined ? {} : { record }) });
  return (
    <li className={style.row}>
      {props.beside ? (
        <Text size="sm">{props.name}</Text>
      ) : (
        <Anchor fz="sm" href={href}>
          {props.name}
        </Anchor>
      )}
      <Text size="sm" component="div" className={style.value}>
        {props.children}
      </Text>
    </li>
  );
}
