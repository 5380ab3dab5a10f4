import { Anchor, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { leafById } from '#shared/framework/wording.ts';
import { useLang, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Chip, OutcomeChip, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useAssessment, verdictOf } from '../overview/useAssessment.ts';
import { type Legal, useLaw } from './LawContext.ts';
import style from './law.module.css';
import { ProofLines } from './ProofLines.tsx';

type Leaf = 'SC-1' | 'SC-2' | 'SC-3' | 'SC-4';

/** What the laws suggest for the four scope cases, beside what the analyst judged. Never filled in by itself. */
export function CasesPanel() {
  const t = useT();
  const { legal } = useLaw();
  return (
    <Panel title={t('law.cases.title')}>
      <Text size="sm" c="dimmed">
        {t('law.cases.lead')}
      </Text>
      <ul className={style.cases}>
        {legal.cases.map((one) => (
          <Suggested key={one.leaf} one={one} />
        ))}
      </ul>
    </Panel>
  );
}

function Suggested({ one }: { readonly one: Legal['cases'][number] }) {
  const t = useT();
  const lang = useLang();
  const { logId } = useCase();
  const { legal } = useLaw();
  const { assessed } = useAssessment();
  const { leaf, outcome, laws, lines } = one;
  const versions = assessed?.verdictOn(leaf)?.versions ?? [];
  const [version] = versions;
  const judged = versions.length === 1 && version ? verdictOf(version).outcome : undefined;
  const list = legal.laws
    .filter(({ id }) => laws.includes(id))
    .map(({ short }) => short[lang])
    .join(', ');
  return (
    <li className={style.case} data-case={leaf} data-tone={outcome}>
      <Text fw={650}>{leafById(BEV_2023, leaf)?.title[lang] ?? leaf}</Text>
      <div className={style.caseChips}>
        <span>{t('law.cases.suggestion')}</span>
        <OutcomeChip outcome={outcome} />
      </div>
      <Text size="sm">{t(`law.cases.why.${leaf as Leaf}.${outcome}`, { list })}</Text>
      {lines.length > 0 && (
        <details className={style.why}>
          <summary>{t('law.proof')}</summary>
          <ProofLines lines={lines} />
        </details>
      )}
      <div className={style.caseFoot}>
        <Text size="sm" c="dimmed">
          {judged === undefined
            ? t('law.cases.notJudged')
            : t('law.cases.judged', { outcome: t(`words.outcome.${judged}`).toLowerCase() })}
        </Text>
        {judged !== undefined && judged !== outcome && (
          <Chip tone="warn" icon={<IconAlertTriangle size={13} aria-hidden />}>
            {t('law.cases.differs')}
          </Chip>
        )}
        <Anchor fz="sm" href={hrefOf({ screen: 'case', logId, tab: 'overview', record: leaf })}>
          {t('law.cases.toVerdict')}
        </Anchor>
      </div>
    </li>
  );
}
