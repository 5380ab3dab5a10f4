import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Fragment } from 'react';
import { partText } from '#shared/freeze/wording.ts';
import { useLang, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Chip, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useSound } from './EvidenceContext.ts';
import style from './evidence.module.css';

/** What the evidence of decisive verdicts must meet before an assessment is final. */
export function ThresholdsPanel() {
  const t = useT();
  const { sound } = useSound();
  return (
    <Panel title={t('evidence.thresholds.title')}>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('evidence.thresholds.lead')}
      </Text>
      <ul className={style.thresholds}>
        {sound.thresholds.map(({ threshold, leaves }) => (
          <li key={threshold} data-threshold={threshold} data-short={leaves.length}>
            <Text size="sm" fw={600}>
              {t(`evidence.thresholds.${threshold}`)}
            </Text>
            {leaves.length === 0 ? (
              <Chip tone="met" icon={<IconCircleCheck size={14} aria-hidden />}>
                {t('evidence.thresholds.met')}
              </Chip>
            ) : (
              <div className={style.short}>
                <IconAlertTriangle size={16} aria-hidden />
                <span>
                  {t('evidence.thresholds.notMet', { count: leaves.length })} <Leaves leaves={leaves} />
                </span>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Leaves({ leaves }: { readonly leaves: readonly string[] }) {
  const t = useT();
  const lang = useLang();
  const { logId } = useCase();
  return leaves.map((leaf, i) => (
    <Fragment key={leaf}>
      {i > 0 && ', '}
      <a href={hrefOf({ screen: 'case', logId, tab: 'overview', record: leaf })}>
        {partText(t, `leaf ${leaf}`, lang)}
      </a>
    </Fragment>
  ));
}
