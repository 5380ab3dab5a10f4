import { Pagination } from '@mantine/core';
import { useState } from 'react';
import type { IMPORT_TABS, WaitingImport } from '#shared/ipc/imports.ts';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { useCase } from '../caseFrame/CaseContext.ts';

const PAGE = 50;

/** Where something stands: its line, with the file where an import has several. Line 0 is made for the file itself. */
export const placeText = (waiting: WaitingImport, file: string, line: number): string => {
  if (line === 0) return '–';
  return file === waiting.file ? String(line) : `${file}: ${line}`;
};

/** One page of a kind of what waits; the page turns back by itself when rows leave it. */
export function usePage(waiting: WaitingImport, tab: (typeof IMPORT_TABS)[number]) {
  const { logId } = useCase();
  const [chosen, setPage] = useState(1);
  const total = Math.max(1, Math.ceil(waiting.counts[tab] / PAGE));
  const page = Math.min(chosen, total);
  const query = useQueryCall(
    'imports.page',
    { logId, id: waiting.id, tab, offset: (page - 1) * PAGE, limit: PAGE },
    { keep: true },
  );
  return { query, page, total, setPage };
}

export function Pages(props: {
  readonly page: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}) {
  const t = useT();
  if (props.total < 2) return null;
  return (
    <nav aria-label={t('imports.preview.pages')}>
      <Pagination
        size="sm"
        value={props.page}
        total={props.total}
        onChange={props.onPage}
        getItemProps={(page) => ({ 'aria-label': t('imports.preview.page', { page }) })}
        getControlProps={(control) => ({
          'aria-label': t(
            control === 'previous' ? 'imports.preview.previousPage' : 'imports.preview.nextPage',
          ),
        })}
      />
    </nav>
  );
}
