import type { ReadDb } from '#db/handle.ts';
import { liveOfTypes } from '#db/queries/versions.ts';
import { byRecord } from '#shared/dossier/group.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { importsContract } from '#shared/ipc/imports.ts';
import type { LogId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';

/** Mappings that were saved in the vault, by name. */
export const savedMappings = (
  db: ReadDb,
  vaultLog: LogId,
): OutputOf<(typeof importsContract)['imports.mappings']> =>
  byRecord(liveOfTypes(db, vaultLog, ['importMapping'])).map((versions) => {
    const [first] = versions;
    const { name, mapping } = first.body as BodyOf<'importMapping'>;
    return { record: first.record, digests: versions.map(({ digest }) => digest), name, mapping };
  });
