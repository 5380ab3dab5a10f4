import { z } from 'zod';
import type { CaseRow } from '#shared/ipc/cases.ts';
import type { At } from '#shared/ipc/common.ts';
import { Day, Instant } from '#shared/model/dates.ts';
import { fail, ok } from '#shared/result.ts';
import type { Flag } from './command.ts';
import type { Desk } from './desk.ts';
import { type CliResult, usage } from './failure.ts';

const SHORTEST_START = 4;

/** The case that a person means: its id, the beginning of one, or its reference. Archived ones too. */
export async function findCase(desk: Desk, text: string): Promise<CliResult<CaseRow>> {
  const rows: CaseRow[] = [];
  for (const archived of [false, true]) {
    const listed = await desk.call('cases.list', { archived });
    if (!listed.ok) return listed;
    rows.push(...listed.value);
  }
  const exact = rows.filter(({ logId, reference }) => logId === text || reference === text);
  const wanted = text.toLowerCase();
  const found =
    exact.length > 0 || text.length < SHORTEST_START
      ? exact
      : rows.filter(({ logId }) => logId.startsWith(wanted));
  const [one] = found;
  if (!one) return fail('notFound', { case: text });
  return found.length === 1 ? ok(one) : usage('caseAmbiguous', { text, count: found.length });
}

export const CASE_FLAG: Flag = { name: 'case', value: 'id' };
export const AT_FLAGS: readonly Flag[] = [
  { name: 'validAt', value: 'day' },
  { name: 'knownAt', value: 'day' },
];
export const AT_OPTIONS = {
  validAt: Day.optional(),
  knownAt: z.union([Instant, Day.transform((day) => `${day}T23:59:59.999Z`)]).optional(),
};

export const atOf = ({ validAt, knownAt }: At): At => ({
  ...(validAt === undefined ? {} : { validAt }),
  ...(knownAt === undefined ? {} : { knownAt }),
});

/** A case as one heading line. */
export const headingOf = ({ title, reference }: CaseRow): string =>
  reference === undefined ? title : `${title} (${reference})`;
