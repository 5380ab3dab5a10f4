import { z } from 'zod';
import type { At } from '#shared/ipc/common.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { RecordId as RecordIdForm } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import { command } from '../command.ts';
import type { Desk } from '../desk.ts';
import { type CliResult, usage } from '../failure.ts';
import { AT_FLAGS, AT_OPTIONS, atOf, CASE_FLAG, findCase, headingOf } from '../find-case.ts';
import { withVault } from '../open-vault.ts';
import { ownershipLines } from '../ownership-text.ts';

type Dossier = { readonly desk: Desk; readonly logId: LogId; readonly at: At };

/** The records that a person means by their ids or full names, in the same order. */
async function findParties(
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
async function findTarget(dossier: Dossier, text: string | undefined): Promise<CliResult<RecordId>> {
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

const today = (): string => new Date().toISOString().slice(0, 10);

const ownership = command({
  name: 'ownership',
  text: 'cli.command.ownership',
  flags: [
    CASE_FLAG,
    { name: 'target', value: 'record' },
    { name: 'party', value: 'record', many: true },
    ...AT_FLAGS,
  ],
  options: z.object({
    case: z.string(),
    target: z.string().optional(),
    party: z.array(z.string()).optional(),
    ...AT_OPTIONS,
  }),
  run: ({ terminal, common, options }) =>
    withVault(terminal, common, async (desk) => {
      const found = await findCase(desk, options.case);
      if (!found.ok) return found;
      const { logId, title, reference } = found.value;
      const at = atOf(options);
      const dossier = { desk, logId, at };
      const target = await findTarget(dossier, options.target);
      if (!target.ok) return target;
      const parties = options.party === undefined ? undefined : await findParties(dossier, options.party);
      if (parties && !parties.ok) return parties;
      const day = options.validAt ?? today();
      const got = await desk.call('ownership.get', {
        logId,
        target: target.value,
        day,
        at,
        ...(parties ? { parties: parties.value } : {}),
      });
      if (!got.ok) return got;
      return ok({
        data: { case: { logId, title, ...(reference ? { reference } : {}) }, day, at, ...got.value },
        text: [headingOf(found.value), '', ...ownershipLines(terminal, got.value, day)],
      });
    }),
});

export const ownershipCommands = [ownership];
