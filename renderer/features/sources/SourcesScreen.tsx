import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconFileText, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { SourceRow } from '#shared/ipc/sources.ts';
import { MARKINGS } from '#shared/model/marking.ts';
import { SOURCE_KINDS } from '#shared/model/vocabulary.ts';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useLocale, useT } from '../../app/language.ts';
import { go, hrefOf } from '../../app/router.ts';
import {
  Chip,
  type Column,
  DataTable,
  EmptyState,
  GradeBadge,
  MarkingBadge,
  PageHeader,
  Panel,
  partialDateText,
  QueryState,
} from '../../ui/index.ts';
import { type TabProps, useCase } from '../caseFrame/CaseContext.ts';
import { EditorProvider, useEditor } from '../dossier/editor.tsx';
import { bodyOf } from '../dossier/readings.ts';
import { AttachmentList } from './AttachmentList.tsx';
import { SourcePage } from './SourcePage.tsx';

/** Sources of the case. The address may name a source, or an attachment of one: then that source is open. */
export function SourcesScreen({ record }: TabProps) {
  const { logId, at } = useCase();
  const query = useQueryCall('sources.list', { logId, at }, { keep: true });
  return (
    <EditorProvider
      logId={logId}
      onMade={(made) => go({ screen: 'case', logId, tab: 'sources', record: made })}
    >
      <Stack gap="lg" pos="relative">
        <QueryState query={query}>{(data) => <Sources data={data} record={record} />}</QueryState>
      </Stack>
    </EditorProvider>
  );
}

function Sources(props: { readonly data: Given<'sources.list'>; readonly record: string | undefined }) {
  const { data, record } = props;
  const loose = data.loose.some((attachment) => attachment.record === record);
  if (record === undefined || loose) return <SourceList data={data} />;
  const source = data.sources.find(
    (row) => row.record === record || row.attachments.some((attachment) => attachment.record === record),
  );
  return <SourcePage key={source?.record} source={source} />;
}

type Row = SourceRow & {
  readonly title: string;
  readonly body: ReturnType<typeof bodyOf<'source'>>;
  readonly files: number;
};

const toRow = (source: SourceRow): Row => {
  const [version] = source.versions;
  const title = version?.body.title;
  return {
    ...source,
    title: typeof title === 'string' ? title : '',
    body: version === undefined ? null : bodyOf(version, 'source'),
    files: new Set(source.attachments.map((attachment) => attachment.record)).size,
  };
};

function SourceList({ data }: { readonly data: Given<'sources.list'> }) {
  const t = useT();
  const locale = useLocale();
  const open = useEditor();
  const { logId, row, readOnly } = useCase();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<(typeof SOURCE_KINDS)[number] | null>(null);
  const rows = useMemo(() => data.sources.map(toRow), [data.sources]);
  const shown = useMemo(() => {
    const words = text.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
    return rows.filter(({ title, body }) => {
      if (kind !== null && body?.kind !== kind) return false;
      const all = `${title} ${body?.author ?? ''} ${body?.publisher ?? ''}`.toLocaleLowerCase(locale);
      return words.every((word) => all.includes(word));
    });
  }, [rows, text, kind, locale]);
  const columns = useColumns();
  const add = () => open({ form: 'source', marking: row.marking });
  const present = SOURCE_KINDS.filter((one) => rows.some(({ body }) => body?.kind === one));

  return (
    <>
      <PageHeader
        title={t('sources.title')}
        lead={t('sources.lead')}
        actions={
          !readOnly && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              {t('sources.new')}
            </Button>
          )
        }
      />
      {rows.length === 0 ? (
        <EmptyState
          title={t('sources.empty')}
          text={t('sources.emptyText')}
          icon={<IconFileText size={28} stroke={1.5} />}
        />
      ) : (
        <>
          <Group gap="sm">
            <TextInput
              flex="1 1 280px"
              maw={440}
              aria-label={t('sources.search')}
              placeholder={t('sources.search')}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Select
              w={240}
              aria-label={t('sources.filterKind')}
              placeholder={t('sources.allKinds')}
              clearable
              clearButtonProps={{ 'aria-label': t('common.clear') }}
              data={present.map((one) => ({ value: one, label: t(`words.sourceKind.${one}`) }))}
              value={kind}
              onChange={setKind}
            />
            <Text c="dimmed" size="sm" role="status">
              {shown.length === rows.length
                ? t('sources.count', { count: rows.length })
                : t('sources.shown', { shown: shown.length, count: rows.length })}
            </Text>
          </Group>
          <DataTable
            label={t('sources.title')}
            rows={shown}
            columns={columns}
            rowKey={(source) => source.record}
            rowHref={(source) => hrefOf({ screen: 'case', logId, tab: 'sources', record: source.record })}
            initialSort={{ key: 'title', down: false }}
          />
        </>
      )}
      {data.loose.length > 0 && (
        <Panel title={t('sources.loose.title')}>
          <Text c="dimmed">{t('sources.loose.text')}</Text>
          <AttachmentList attachments={data.loose} />
        </Panel>
      )}
    </>
  );
}

const useColumns = (): readonly Column<Row>[] => {
  const t = useT();
  const locale = useLocale();
  return useMemo(
    () => [
      {
        key: 'title',
        header: t('sources.column.title'),
        sort: ({ title }) => title,
        cell: ({ title, versions }) => (
          <>
            {title}
            {versions.length > 1 && (
              <>
                {' '}
                <Chip tone="warn">{t('sources.conflict')}</Chip>
              </>
            )}
          </>
        ),
      },
      {
        key: 'kind',
        header: t('sources.column.kind'),
        sort: ({ body }) => (body === null ? undefined : t(`words.sourceKind.${body.kind}`)),
        cell: ({ body }) => (body === null ? '–' : t(`words.sourceKind.${body.kind}`)),
      },
      {
        key: 'published',
        header: t('sources.column.published'),
        sort: ({ body }) => body?.published,
        cell: ({ body }) => (body?.published === undefined ? '–' : partialDateText(locale, body.published)),
      },
      {
        key: 'reliability',
        header: t('sources.column.reliability'),
        sort: ({ body }) => body?.reliability,
        cell: ({ body }) => (body === null ? '–' : <GradeBadge reliability={body.reliability} />),
      },
      {
        key: 'tlp',
        header: t('sources.column.tlp'),
        sort: ({ body }) => (body?.tlp === undefined ? undefined : t(`words.tlp.${body.tlp}`)),
        cell: ({ body }) => (body?.tlp === undefined ? '–' : <Chip>{t(`words.tlp.${body.tlp}`)}</Chip>),
      },
      {
        key: 'marking',
        header: t('sources.column.marking'),
        sort: ({ versions }) => versions[0] && MARKINGS.indexOf(versions[0].marking),
        cell: ({ versions }) => versions[0] !== undefined && <MarkingBadge marking={versions[0].marking} />,
      },
      {
        key: 'claims',
        header: t('sources.column.claims'),
        align: 'right',
        sort: ({ claims }) => claims,
        cell: ({ claims }) =>
          claims === 0 ? (
            <Text component="span" size="sm" c="dimmed">
              {t('sources.unused')}
            </Text>
          ) : (
            claims
          ),
      },
      {
        key: 'attachments',
        header: t('sources.column.attachments'),
        align: 'right',
        sort: ({ files }) => files,
        cell: ({ files }) => files,
      },
    ],
    [t, locale],
  );
};
