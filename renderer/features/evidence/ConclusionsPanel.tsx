import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { WEAKNESSES } from '#shared/evidence/weaknesses.ts';
import { useT } from '../../app/language.ts';
import { hrefOf, tabOfType } from '../../app/router.ts';
import { Chip, type Column, DataTable, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type Sound, useSound } from './EvidenceContext.ts';
import style from './evidence.module.css';
import { useAboutText } from './useAboutText.ts';

type Row = Sound['conclusions'][number];

/** Every judgement with how much evidence it has, from how many origins, and what is weak below it. */
export function ConclusionsPanel() {
  const t = useT();
  const about = useAboutText();
  const { logId } = useCase();
  const { sound } = useSound();
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { key: 'about', header: t('evidence.conclusions.about'), sort: about, cell: about },
      {
        key: 'type',
        header: t('evidence.conclusions.type'),
        width: 140,
        sort: ({ type }) => t(`words.type.${type}`),
        cell: ({ type }) => t(`words.type.${type}`),
      },
      {
        key: 'evidence',
        header: t('evidence.conclusions.evidence'),
        align: 'right',
        width: 130,
        sort: ({ evidence }) => evidence,
        cell: ({ evidence }) => evidence,
      },
      {
        key: 'origins',
        header: t('evidence.conclusions.origins'),
        align: 'right',
        width: 130,
        sort: ({ origins }) => origins,
        cell: ({ origins }) => origins,
      },
      {
        key: 'weak',
        header: t('evidence.conclusions.weak'),
        width: 260,
        sort: ({ weak }) => -Object.values(weak).reduce((sum, count) => sum + count, 0),
        cell: ({ weak }) => (
          <span className={style.chips}>
            {WEAKNESSES.filter((one) => weak[one] !== undefined).map((one) => (
              <Chip key={one} tone={one === 'undated' ? 'neutral' : 'warn'}>
                {t(`evidence.weakness.${one}`)}: {weak[one]}
              </Chip>
            ))}
          </span>
        ),
      },
    ],
    [t, about],
  );
  return (
    <Panel title={t('evidence.conclusions.title')}>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('evidence.conclusions.lead')}
      </Text>
      <DataTable
        label={t('evidence.conclusions.title')}
        rows={sound.conclusions.filter(({ evidence }) => evidence > 0)}
        columns={columns}
        rowKey={({ record }) => record}
        rowHref={({ type, about: id }) =>
          hrefOf({
            screen: 'case',
            logId,
            tab: tabOfType(type),
            ...(type === 'verdict' ? { record: id } : {}),
          })
        }
        empty={t('evidence.conclusions.none')}
      />
    </Panel>
  );
}
