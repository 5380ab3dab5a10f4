import { Anchor, Button, Group, Text } from '@mantine/core';
import {
  IconArrowLeft,
  IconFileOff,
  IconGitBranch,
  IconHistory,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import type { SourceRow } from '#shared/ipc/sources.ts';
import { useT } from '../../app/language.ts';
import { go, hrefOf } from '../../app/router.ts';
import { Chip, EmptyState, GradeBadge, MarkingBadge, PageHeader, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useEditor } from '../dossier/editor.tsx';
import { FieldTable } from '../dossier/FieldTable.tsx';
import { Notice } from '../dossier/Notice.tsx';
import { basesOf, bodyOf } from '../dossier/readings.ts';
import { useWording } from '../dossier/useWording.ts';
import { AddFiles } from './AddFiles.tsx';
import { AttachmentList } from './AttachmentList.tsx';
import { CitingFacts } from './CitingFacts.tsx';

const DETAILS = ['kind', 'author', 'publisher', 'published', 'retrieved', 'location', 'language', 'note'];

/** One source: what it is, the facts that rest on it and its files. */
export function SourcePage({ source }: { readonly source: SourceRow | undefined }) {
  const t = useT();
  const { logId } = useCase();
  const back = (
    <Anchor href={hrefOf({ screen: 'case', logId, tab: 'sources' })} fz="sm">
      <Group gap={6} component="span">
        <IconArrowLeft size={16} aria-hidden /> {t('sources.page.back')}
      </Group>
    </Anchor>
  );
  if (source === undefined) {
    return (
      <>
        {back}
        <EmptyState
          title={t('sources.page.gone')}
          text={t('sources.page.goneText')}
          icon={<IconFileOff size={28} stroke={1.5} />}
        />
      </>
    );
  }
  return (
    <>
      {back}
      <Known source={source} />
    </>
  );
}

function Known({ source }: { readonly source: SourceRow }) {
  const t = useT();
  const open = useEditor();
  const { logId, readOnly } = useCase();
  const wording = useWording(logId);
  const { record, versions } = source;
  const [version] = versions;
  if (version === undefined) return null;
  const body = bodyOf(version, 'source');
  const title = typeof version.body.title === 'string' ? version.body.title : '';
  const ref = { record, type: 'source' as const, label: title };
  const details = DETAILS.filter((field) => version.body[field] !== undefined && version.body[field] !== '');
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <>
            {!readOnly && (
              <Button
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => open({ form: 'source', record, versions, marking: version.marking })}
              >
                {t('sources.page.edit')}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconHistory size={16} aria-hidden />}
              onClick={() => open({ form: 'history', ref })}
            >
              {t('sources.page.history')}
            </Button>
            {!readOnly && (
              <Button
                variant="default"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() =>
                  open({
                    form: 'withdraw',
                    record,
                    base: basesOf(versions),
                    text: t('dossier.withdraw.source', { name: title }),
                    onDone: () => go({ screen: 'case', logId, tab: 'sources' }),
                  })
                }
              >
                {t('sources.page.withdraw')}…
              </Button>
            )}
          </>
        }
      >
        <Group gap="xs" mt={4}>
          <MarkingBadge marking={version.marking} />
          {body !== null && (
            <>
              <GradeBadge reliability={body.reliability} />
              <Text size="sm" c="dimmed">
                {t(`words.reliability.${body.reliability}`)}
              </Text>
              {body.tlp !== undefined && (
                <>
                  <Chip>{t(`words.tlp.${body.tlp}`)}</Chip>
                  <Text size="sm" c="dimmed">
                    {t(`model.tlpMeaning.${body.tlp}`)}
                  </Text>
                </>
              )}
            </>
          )}
        </Group>
      </PageHeader>
      {versions.length > 1 && (
        <Notice
          tone="warn"
          icon={<IconGitBranch size={20} aria-hidden />}
          title={t('dossier.facts.conflict', { count: versions.length })}
        >
          <Group justify="space-between">
            <Text size="sm">{t('dossier.facts.conflictText')}</Text>
            {!readOnly && (
              <Button size="xs" variant="default" onClick={() => open({ form: 'settle', ref })}>
                {t('dossier.facts.settle')}
              </Button>
            )}
          </Group>
        </Notice>
      )}
      <Panel title={t('sources.page.details')}>
        <FieldTable
          type="source"
          body={version.body}
          marking={version.marking}
          wording={wording}
          fields={details}
        />
      </Panel>
      <Panel title={t('sources.page.citing')}>
        <CitingFacts logId={logId} record={record} />
      </Panel>
      <Panel
        title={t('sources.files.title')}
        actions={!readOnly && <AddFiles logId={logId} source={record} marking={version.marking} />}
      >
        <AttachmentList attachments={source.attachments} />
      </Panel>
    </>
  );
}
