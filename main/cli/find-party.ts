import type { At } from '#shared/ipc/common.ts';
import { type LogId, type RecordId, RecordId as RecordIdForm } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import type { Desk } from './desk.ts';
import { type CliResult, usage } from './failure.ts';

/** Where to look for a party: a case at a moment. */
export type Dossier = { readonly desk: Desk; readonly logId: LogId; readonly at: At };

/** The records that a person means by their ids or full names, in the same order. */
export async function findParties(
  { desk, logId, at }: Dossier,
  texts: readonly string[],
): Promise<CliResult<RecordId[]>> {
  const found: RecordId[] = [];
  const listed = await desk.call('dossier.entities', { logId, at });
  if (!listed.ok) return listed;
  for (const text of texts) {
    const id = RecordIdForm.safeParse(text);
    const name = text.toLowerCase();
    const fitting = listed.value.filter(
      ({ record, label }) => (id.success && record === id.data) || label.toLowerCase() === name,
    );
    const [one] = fitting;
    if (!one) return fail('notFound', { name: text });
    if (fitting.length > 1) return usage('partyAmbiguous', { text, count: fitting.length });
    found.push(one.record);
  }
  return ok(found);
}

/** The company that is asked for, or else that of the case. */
export async function findTarget(dossier: Dossier, text: string | undefined): Promise<CliResult<RecordId>> {
  const { desk, logId, at } = dossier;
  if (text !== undefined) {
    const found = await findParties(dossier, [text]);
    return found.ok ? ok(found.value[0] as RecordId) : found;
  }
  const got = await desk.call('cases.get', { logId, at });
  if (!got.ok) return got;
  const company = (got.value.versions[0]?.body as BodyOf<'case'> | undefined)?.company;
  return company === undefined ? usage('targetNeeded') : ok(company);
}

export const today = (): string => new Date().toISOString().slice(0, 10);
