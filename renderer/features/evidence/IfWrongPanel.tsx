import { Button, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { type Given, useJob } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { JobProgress, Panel, RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { DriftTable } from '../freeze/DriftTable.tsx';
import { useSound } from './EvidenceContext.ts';
import style from './evidence.module.css';

type Row = Given<'evidence.ifWrong'>['rows'][number];

/** The assessment made again without each source; worked out on request, those that change most first. */
export function IfWrongPanel() {
  const t = useT();
  const { logId, at } = useCase();
  const { day } = useSound();
  const job = useJob('evidence.ifWrong');
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const run = async () => {
    const answer = await job.run({ logId, at, day });
    if (answer !== undefined) setRows(answer.rows);
  };
  return (
    <Panel title={t('evidence.ifWrong.title')}>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('evidence.ifWrong.lead')}
      </Text>
      {job.running ? (
        <JobProgress label={t('evidence.ifWrong.running')} progress={job.progress} onCancel={job.cancel} />
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          w="fit-content"
          onClick={() => void run()}
        >
          {t(rows === null ? 'evidence.ifWrong.run' : 'evidence.ifWrong.again')}
        </Button>
      )}
      {rows !== null && !job.running && <Rows rows={rows} />}
    </Panel>
  );
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const t = useT();
  const { logId } = useCase();
  const changing = rows.filter(({ drift, bare }) => drift.length > 0 || bare > 0);
  const altering = rows.filter(({ drift }) => drift.length > 0).length;
  const count = rows.length;
  return (
    <>
      <Text role="status">
        {count === 0
          ? t('evidence.ifWrong.noSources')
          : altering === 0
            ? t('evidence.ifWrong.outcomeNone', { count })
            : t('evidence.ifWrong.outcome', { count, changing: altering })}
      </Text>
      <ul className={style.sources}>
        {changing.map(({ source, claims, bare, drift }) => (
          <li key={source.record} data-source={source.record}>
            <Text fw={600}>
              <RecordLink logId={logId} to={source} />
            </Text>
            <Text size="sm" c="dimmed">
              {[
                t('evidence.ifWrong.claims', { count: claims }),
                ...(bare > 0 ? [t('evidence.ifWrong.bare', { count: bare })] : []),
              ].join(' · ')}
            </Text>
            {drift.length > 0 && (
              <DriftTable
                drift={drift}
                label={t('evidence.ifWrong.change', { source: source.label })}
                was={t('evidence.ifWrong.was')}
                is={t('evidence.ifWrong.is')}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
