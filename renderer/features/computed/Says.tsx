import { Anchor, Text } from '@mantine/core';
import { IconCalculator } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../app/language.ts';
import { type CaseTab, hrefOf } from '../../app/router.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import style from './computed.module.css';

type Source = Extract<CaseTab, 'chain' | 'law' | 'instruments' | 'ownership'>;

/** What one part of the case works out about a question, with the way there. It is never filled in by itself. */
export function Says(props: {
  readonly source: Source;
  readonly verdict: ReactNode;
  readonly reasons?: readonly string[];
}) {
  const t = useT();
  const { logId } = useCase();
  return (
    <div role="note" className={style.says} aria-label={t(`assessment.computed.${props.source}`)}>
      <Text size="sm" className={style.head} component="div">
        <IconCalculator size={16} aria-hidden />
        <span>{t(`assessment.computed.${props.source}`)}:</span> <strong>{props.verdict}</strong>
        <Anchor fz="sm" href={hrefOf({ screen: 'case', logId, tab: props.source })}>
          {t(`assessment.computed.to.${props.source}`)}
        </Anchor>
      </Text>
      {props.reasons !== undefined && props.reasons.length > 0 && (
        <ul className={style.reasons}>
          {props.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
