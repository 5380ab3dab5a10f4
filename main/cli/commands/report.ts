import { z } from 'zod';
import { Day } from '#shared/model/dates.ts';
import { fail, ok } from '#shared/result.ts';
import { command } from '../command.ts';
import { checkTarget } from '../desk.ts';
import { CASE_FLAG, findCase } from '../find-case.ts';
import { sizeText } from '../layout.ts';
import { withVault } from '../open-vault.ts';

const report = command({
  name: 'report',
  text: 'cli.command.report',
  flags: [
    CASE_FLAG,
    { name: 'out', value: 'file' },
    { name: 'validAt', value: 'day' },
    { name: 'embedData' },
    { name: 'overwrite' },
  ],
  options: z.object({
    case: z.string(),
    out: z.string().min(1),
    validAt: Day.optional(),
    embedData: z.boolean().default(false),
    overwrite: z.boolean().default(false),
  }),
  run: async ({ terminal, common, options }) => {
    const { embedData, validAt } = options;
    const target = checkTarget(options.out, options.overwrite);
    if (!target.ok) return target;
    return withVault(terminal, common, async (desk) => {
      const found = await findCase(desk, options.case);
      if (!found.ok) return found;
      terminal.busy(terminal.t('cases.pdfRunning'));
      desk.saveTo(target.value);
      const { logId } = found.value;
      const at = validAt === undefined ? {} : { validAt };
      const saved = await desk.call('dossier.pdf', { logId, language: terminal.lang, embedData, ...at });
      if (!saved.ok) return saved;
      const { saved: written, bytes = 0, replacedCharacters = 0 } = saved.value;
      if (!written) return fail('cancelled');
      const size = sizeText(bytes, terminal.lang);
      return ok({
        data: { case: logId, out: target.value, language: terminal.lang, bytes, replacedCharacters },
        text: [
          terminal.t('cli.report.saved', { out: target.value, size }),
          ...(replacedCharacters > 0 ? [terminal.t('cases.pdfReplaced', { count: replacedCharacters })] : []),
        ],
      });
    });
  },
});

export const reportCommands = [report];
