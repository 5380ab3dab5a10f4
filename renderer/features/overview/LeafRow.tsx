import { Text } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight, IconPaperclip } from '@tabler/icons-react';
import { useId } from 'react';
import type { LeafProof } from '#shared/framework/proof.ts';
import { useLang, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Chip, OutcomeChip, useInstantText } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import style from './overview.module.css';
import { type Verdict, verdictOf } from './useAssessment.ts';

/** One question of the gates: its state, why it has that state, the argument, the evidence, and who judged when. */
export function LeafRow(props: {
  readonly leaf: LeafProof;
  readonly verdict: Verdict | undefined;
  readonly join?: string | undefined;
}) {
  const t = useT();
  const lang = useLang();
  const when = useInstantText();
  const id = useId();
  const { logId } = useCase();
  const { leaf, verdict } = props;
  const version = verdict?.versions.length === 1 ? verdict.versions[0] : undefined;
  const body = version && verdictOf(version);
  const { stated } = leaf.leaf;
  return (
    <li className={style.leaf} data-tone={leaf.outcome} data-join={props.join} data-leaf={leaf.id}>
      <span className={style.leafChip}>
        <OutcomeChip outcome={leaf.outcome} />
      </span>
      <div className={style.leafWords}>
        <a
          id={id}
          className={style.leafLink}
          href={hrefOf({ screen: 'case', logId, tab: 'overview', record: leaf.id })}
        >
          {leaf.label[lang]}
          <IconChevronRight size={16} stroke={2} aria-hidden className={style.chevron} />
        </a>
        {leaf.leaf.reason !== 'judged' && (
          <div className={style.reasons}>
            <Chip tone="warn" icon={<IconAlertTriangle size={13} aria-hidden />}>
              {t(`assessment.reason.${leaf.leaf.reason}`)}
            </Chip>
            {stated !== undefined && stated !== leaf.outcome && (
              <Text size="sm" c="dimmed">
                {t('assessment.statedButOpen', { outcome: t(`words.outcome.${stated}`).toLowerCase() })}
              </Text>
            )}
          </div>
        )}
        {verdict !== undefined && verdict.versions.length > 1 && (
          <Text size="sm">
            {verdict.versions
              .map((one) =>
                t('assessment.saidBy', {
                  name: `${one.author.name} (${one.author.department})`,
                  outcome: t(`words.outcome.${verdictOf(one).outcome}`).toLowerCase(),
                }),
              )
              .join('; ')}
          </Text>
        )}
        {body !== undefined && body.argument.trim() !== '' && (
          <Text size="sm" lineClamp={2} maw="90ch">
            {body.argument}
          </Text>
        )}
        {version !== undefined && (
          <div className={style.leafMeta}>
            <span>
              <IconPaperclip size={14} aria-hidden />{' '}
              {leaf.leaf.evidence === 0
                ? t('assessment.noEvidence')
                : t('assessment.evidenceCount', { count: leaf.leaf.evidence })}
              {leaf.leaf.unsourcedEvidence > 0 &&
                ` (${t('assessment.unsourced', { count: leaf.leaf.unsourcedEvidence })})`}
            </span>
            {body?.confidence !== undefined && (
              <span>
                {t('assessment.confidence', { confidence: t(`words.confidence.${body.confidence}`) })}
              </span>
            )}
            <span>
              {t('assessment.setBy', {
                name: `${version.author.name} (${version.author.department})`,
                when: when(version.time),
              })}
            </span>
          </div>
        )}
      </div>
      <span className={style.leafId}>{leaf.id}</span>
    </li>
  );
}
