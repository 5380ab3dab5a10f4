import { useCallback, useState } from 'react';
import type { AskedOptions, TableChoices, TableMapping } from '#shared/import/table/mapping.ts';
import type { ImportBasis, ImportFormatId, Inspection } from '#shared/ipc/imports.ts';
import { type Given, useJob } from '../../api/index.ts';

export type PickedFile = Given<'imports.pick'>[number];
type Table = NonNullable<Inspection['table']>;

/** A file that is being prepared: what it is, and what the person chose about it. */
export type Draft = {
  readonly file: PickedFile;
  readonly seen: Inspection;
  readonly format: ImportFormatId;
  readonly basis: ImportBasis;
  readonly mapping: TableMapping | null;
};

export const isTable = (format: ImportFormatId): boolean => format === 'csv' || format === 'xlsx';

const basisFor = (file: PickedFile): ImportBasis => ({
  source: { title: file.name, kind: 'database' },
  reliability: 'F',
  credibility: '6',
  marking: 'open',
});

/** The mapping that a person begins with: the only saved one that fits, else what the names of the columns say. */
const beginning = (table: Table): TableMapping => {
  const [only, second] = table.saved;
  return only !== undefined && second === undefined ? only.mapping : table.suggestion;
};

export type Shape = TableChoices;

/** The files that were picked, one after the other, and the draft of the one that is open. */
export function useImport(logId: string) {
  const [queue, setQueue] = useState<readonly PickedFile[]>([]);
  const [draft, setDraft] = useState<Draft | null>(null);
  const inspect = useJob('imports.inspect');

  const look = useCallback(
    async (file: PickedFile, options: AskedOptions = {}, chosen: Shape = {}) =>
      inspect.run({ logId, token: file.token, options, chosen }),
    [inspect.run, logId],
  );
  const open = useCallback(
    async ([file, ...rest]: readonly PickedFile[]) => {
      setDraft(null);
      setQueue(rest);
      if (file === undefined) return;
      const seen = await look(file);
      const format = seen?.formats[0]?.format;
      if (seen === undefined || format === undefined) return;
      const mapping = seen.table ? beginning(seen.table) : null;
      setDraft({ file, seen, format, basis: basisFor(file), mapping });
    },
    [look],
  );
  /** Reads the first part again in another way; the mapping starts anew from what is found then. */
  const reread = useCallback(
    async (options: AskedOptions, chosen: Shape = {}) => {
      if (draft === null) return;
      const seen = await look(draft.file, options, chosen);
      if (seen !== undefined) setDraft({ ...draft, seen, mapping: seen.table?.suggestion ?? null });
    },
    [draft, look],
  );
  const change = useCallback((part: Partial<Draft>) => setDraft((now) => now && { ...now, ...part }), []);
  const close = useCallback(() => setDraft(null), []);

  return { queue, draft, open, reread, change, close, looking: inspect.running, cancelLook: inspect.cancel };
}
export type ImportWork = ReturnType<typeof useImport>;
