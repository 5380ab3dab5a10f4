import { liveOf } from '#db/queries/versions.ts';
import type { importsContract } from '#shared/ipc/imports.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { savedMappings } from '../import/mappings.ts';
import { newRecordId } from '../session.ts';
import { draftPuts } from './puts.ts';

type Mappings = 'imports.mappings' | 'imports.saveMapping' | 'imports.dropMapping';

/** Mappings of tables that are kept in the vault by name. */
export const importMappings: Pick<HandlersOf<typeof importsContract>, Mappings> = {
  'imports.mappings': ({ db, session }) => ok(savedMappings(db, session.vaultLog)),

  'imports.saveMapping': ({ db, session, commit }, { name, mapping }) => {
    const log = session.vaultLog;
    const known = savedMappings(db, log).find((one) => one.name === name);
    const record = known?.record ?? newRecordId();
    const body = { name, mapping } as BodyOf<'importMapping'>;
    const put = {
      record,
      type: 'importMapping' as const,
      base: known?.digests ?? [],
      body: body as never,
      marking: 'open' as const,
    };
    const ops = draftPuts(db, log, [put]);
    if (!ops.ok) return ops;
    commit({ log, kind: 'vault', intent: { action: known ? 'edit' : 'create' }, ops: ops.value });
    return ok({ record });
  },

  'imports.dropMapping': ({ db, session, commit }, { record, base }) => {
    const log = session.vaultLog;
    const [live] = liveOf(db, log, record);
    if (live?.type !== 'importMapping') return fail('notFound');
    const ops = [{ record, type: live.type, base, marking: live.marking, body: null }];
    commit({ log, kind: 'vault', intent: { action: 'withdraw' }, ops });
    return ok({});
  },
};
