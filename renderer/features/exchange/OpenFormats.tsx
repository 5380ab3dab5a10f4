import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconFileExport } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { COUNTED, OPEN_FORMATS, type OpenFormat } from '#shared/export/open-formats.ts';
import { LOCALES } from '#shared/i18n/index.ts';
import { type Given, useJob } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { JobProgress, Panel } from '../../ui/index.ts';
import { formatBytes } from '../dossier/format.ts';
import { Notice } from '../dossier/Notice.tsx';
import { type Ceiling, CeilingChoice } from './Ceiling.tsx';
import style from './exchange.module.css';
import { refusalText } from './refusal.ts';

type Saved = Extract<Given<'formats.export'>, { saved: true }>;

/** Writes the case for other programs: which format, up to which marking, and what is in the file and what is not. */
export function OpenFormats({ logId }: { readonly logId: string }) {
  const t = useT();
  const job = useJob('formats.export', { quiet: true });
  const [format, setFormat] = useState<OpenFormat>('bods');
  const [ceiling, setCeiling] = useState<Ceiling>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  const change = (then: () => void) => {
    setSaved(null);
    then();
  };
  const write = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(null);
    const answer = await job.run({ logId, format, ...(ceiling === null ? {} : { ceiling }) });
    if (answer?.saved) setSaved(answer);
  };
  return (
    <Panel title={t('formats.title')}>
      <form onSubmit={(event) => void write(event)} noValidate>
        <Stack gap="sm">
          <Text c="dimmed">{t('formats.lead')}</Text>
          <Select
            label={t('formats.format')}
            description={t(`formats.help.${format}`)}
            data={OPEN_FORMATS.map((value) => ({ value, label: t(`formats.name.${value}`) }))}
            value={format}
            allowDeselect={false}
            onChange={(chosen) =>
              change(() => setFormat(OPEN_FORMATS.find((one) => one === chosen) ?? format))
            }
          />
          <CeilingChoice
            logId={logId}
            value={ceiling}
            onChange={(chosen) => change(() => setCeiling(chosen))}
          />
          {job.error && job.error.code !== 'cancelled' && (
            <Notice role="alert" tone="bad" title={t('common.failed')}>
              {refusalText(t, job.error)}
            </Notice>
          )}
          {job.running ? (
            <JobProgress label={t('formats.running')} progress={job.progress} onCancel={job.cancel} />
          ) : (
            <Group>
              <Button type="submit" variant="default" leftSection={<IconFileExport size={16} aria-hidden />}>
                {t('formats.save')}
              </Button>
            </Group>
          )}
          <div role="status">{saved !== null && <Written saved={saved} />}</div>
        </Stack>
      </form>
    </Panel>
  );
}

/** What is in the file, how high it is marked, and what is not in it. */
function Written({ saved }: { readonly saved: Saved }) {
  const t = useT();
  const lang = useLang();
  const number = new Intl.NumberFormat(LOCALES[lang]);
  const { name, bytes, counts, marking, withheld, leftOut, disputed } = saved;
  return (
    <Notice
      tone="good"
      icon={<IconCircleCheck size={20} aria-hidden />}
      title={t('formats.saved', { name, size: formatBytes(bytes, lang) })}
    >
      <dl className={style.facts}>
        {COUNTED.flatMap((part) => {
          const count = counts[part];
          return count === undefined
            ? []
            : [
                <dt key={`${part}-t`}>{t(`formats.part.${part}`)}</dt>,
                <dd key={`${part}-d`}>{number.format(count)}</dd>,
              ];
        })}
      </dl>
      <Text size="sm">{t('formats.marking', { marking: t(`words.marking.${marking}`) })}</Text>
      {withheld > 0 && <Text size="sm">{t('formats.withheld', { count: withheld })}</Text>}
      {leftOut > 0 && <Text size="sm">{t('formats.leftOut', { count: leftOut })}</Text>}
      {disputed.length > 0 && <Text size="sm">{t('formats.disputed', { count: disputed.length })}</Text>}
    </Notice>
  );
}
