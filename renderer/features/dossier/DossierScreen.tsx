import { Button } from '@mantine/core';
import { IconBuildingFactory2, IconFileOff, IconHandFinger, IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import type { EntityRow } from '#shared/ipc/dossier.ts';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { go } from '../../app/router.ts';
import { EmptyState, ErrorState, LoadingState, QueryState } from '../../ui/index.ts';
import { type TabProps, useCase } from '../caseFrame/CaseContext.ts';
import style from './DossierScreen.module.css';
import { EntityList } from './EntityList.tsx';
import { EntityPage } from './EntityPage.tsx';
import { EditorProvider, useEditor } from './editor.tsx';
import { Page } from './page.ts';
import { useOwner } from './useOwner.ts';
import { useEntities, useWording } from './useWording.ts';

/**
 * The dossier: on the left everything in it, on the right one party with its facts. The address may name a party, or a
 * fact, relation or note: then the page of what it is about opens with that part pointed out.
 */
export function DossierScreen({ record }: TabProps) {
  const { logId, at } = useCase();
  const query = useEntities(logId, at);
  return (
    <EditorProvider
      logId={logId}
      onMade={(made) => go({ screen: 'case', logId, tab: 'dossier', record: made })}
    >
      <QueryState query={query}>{(rows) => <Panes rows={rows} record={record} />}</QueryState>
    </EditorProvider>
  );
}

function Panes({
  rows,
  record,
}: {
  readonly rows: readonly EntityRow[];
  readonly record: string | undefined;
}) {
  const t = useT();
  const open = useEditor();
  const { logId, row, versions, readOnly } = useCase();
  const company = versions[0]?.body.company;
  const main = typeof company === 'string' ? company : undefined;
  const { owner, looking } = useOwner(logId, rows, record ?? main);
  const add = () => open({ form: 'entity', marking: row.marking });
  const select = (chosen: string) => go({ screen: 'case', logId, tab: 'dossier', record: chosen });

  if (rows.length === 0) {
    return (
      <EmptyState
        title={t('dossier.list.empty')}
        text={t('dossier.list.emptyText')}
        icon={<IconBuildingFactory2 size={28} stroke={1.5} />}
      >
        {!readOnly && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t('dossier.list.new')}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <div className={style.panes}>
      {owner === undefined && <h1 className="wb-hidden">{t('dossier.title')}</h1>}
      <EntityList
        rows={rows}
        company={main}
        selected={owner?.record}
        readOnly={readOnly}
        onSelect={select}
        onNew={add}
      />
      <div className={style.page}>
        {owner !== undefined ? (
          <Entity key={owner.record} row={owner} highlight={record} />
        ) : looking ? (
          <LoadingState />
        ) : record === undefined ? (
          <EmptyState
            title={t('dossier.choose')}
            text={t('dossier.chooseText')}
            icon={<IconHandFinger size={28} stroke={1.5} />}
          />
        ) : (
          <Gone />
        )}
      </div>
    </div>
  );
}

function Gone() {
  const t = useT();
  return (
    <EmptyState
      title={t('dossier.gone')}
      text={t('dossier.goneText')}
      icon={<IconFileOff size={28} stroke={1.5} />}
    />
  );
}

function Entity({ row, highlight }: { readonly row: EntityRow; readonly highlight: string | undefined }) {
  const { logId, at, readOnly } = useCase();
  const wording = useWording(logId);
  const query = useQueryCall('dossier.entity', { logId, record: row.record, at }, { keep: true });
  const page = useMemo(
    () => ({ logId, readOnly, highlight: highlight === row.record ? undefined : highlight, wording }),
    [logId, readOnly, highlight, row.record, wording],
  );
  const top = useRef<HTMLDivElement>(null);
  const loaded = query.data !== undefined;
  // Another party starts at its top, wherever the reader was on the page before.
  useEffect(() => {
    if (loaded && page.highlight === undefined) top.current?.scrollIntoView({ block: 'start' });
  }, [loaded, page.highlight]);
  if (query.error?.code === 'notFound') return <Gone />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <LoadingState onRetry={() => void query.refetch()} />;
  return (
    <Page value={page}>
      <div ref={top} className={style.entity}>
        <EntityPage entity={query.data} kind={row.type} />
      </div>
    </Page>
  );
}
