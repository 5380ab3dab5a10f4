import { z } from 'zod';
import { ok } from '#shared/result.ts';
import { command } from '../command.ts';
import { AT_FLAGS, AT_OPTIONS, atOf, CASE_FLAG, findCase, headingOf } from '../find-case.ts';
import { findParties, findTarget, today } from '../find-party.ts';
import { withVault } from '../open-vault.ts';
import { ownershipLines } from '../ownership-text.ts';

const ownership = command({
  name: 'ownership',
  text: 'cli.command.ownership',
  flags: [
    CASE_FLAG,
    { name: 'target', value: 'record' },
    { name: 'party', value: 'record', many: true },
    { name: 'after' },
    ...AT_FLAGS,
  ],
  options: z.object({
    case: z.string(),
    target: z.string().optional(),
    party: z.array(z.string()).optional(),
    after: z.boolean().default(false),
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
        after: options.after,
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
