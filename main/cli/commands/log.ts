import { z } from 'zod';
import { logIds } from '#db/log-check.ts';
import { caseRow } from '#db/queries/cases.ts';
import type { nl } from '#shared/i18n/nl/index.ts';
import { ok } from '#shared/result.ts';
import { command } from '../command.ts';
import { CASE_FLAG, findCase } from '../find-case.ts';
import { columns, shortDigest } from '../layout.ts';
import { withVault } from '../open-vault.ts';
import { digestOf } from '../state-digest.ts';
import type { Terminal } from '../terminal.ts';

type Known = keyof typeof nl.history.findings;

/** A finding in words; its code where a later version found something that this one has no words for. */
const findingText = ({ t }: Terminal, code: string): string => {
  const text: string = t(`history.findings.${code as Known}`);
  return text.startsWith('history.') ? code : text;
};

const verify = command({
  name: 'log verify',
  text: 'cli.command.logVerify',
  flags: [CASE_FLAG],
  options: z.object({ case: z.string().optional() }),
  run: ({ terminal, common, options }) =>
    withVault(terminal, common, async (desk) => {
      const only = options.case === undefined ? undefined : await findCase(desk, options.case);
      if (only && !only.ok) return only;
      const { store, anchored } = desk.session();
      const { t } = terminal;
      const logs = [];
      for (const { id, kind } of logIds(store.read)) {
        if (only && only.value.logId !== id) continue;
        const verified = await desk.call('history.verify', { logId: id });
        if (!verified.ok) return verified;
        const title = kind === 'vault' ? t('cli.log.vault') : (caseRow(store.read, id)?.title ?? id);
        // Of a log that is not sound nothing can be said.
        const stateDigest = verified.value.findings.length === 0 ? digestOf(desk, id) : null;
        logs.push({ logId: id, kind, title, ...verified.value, stateDigest });
      }
      const sound = anchored && logs.every(({ findings }) => findings.length === 0);
      return ok({
        data: { sound, anchored, logs },
        exit: sound ? 'ok' : 'finding',
        text: [
          ...logs.flatMap(({ title, changes, ops, withheld, findings, stateDigest }) => [
            title,
            `  ${t('cli.log.summary', { changes, ops, withheld })}`,
            ...(stateDigest ? [`  ${t('cli.bundle.stateDigest')}: ${shortDigest(stateDigest)}`] : []),
            ...columns(
              findings.map(({ code, where }) => [findingText(terminal, code), where]),
              '  ! ',
            ),
          ]),
          t(sound ? 'cli.log.allSound' : 'cli.log.unsound'),
        ],
      });
    }),
});

export const logCommands = [verify];
