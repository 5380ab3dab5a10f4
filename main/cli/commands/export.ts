import { z } from 'zod';
import { COUNTED, OPEN_FORMATS } from '#shared/export/open-formats.ts';
import { MARKINGS, Marking } from '#shared/model/marking.ts';
import { fail, ok } from '#shared/result.ts';
import { command } from '../command.ts';
import { checkTarget } from '../desk.ts';
import { CASE_FLAG, findCase } from '../find-case.ts';
import { columns, sizeText } from '../layout.ts';
import { withVault } from '../open-vault.ts';

const exportCase = command({
  name: 'export',
  text: 'cli.command.export',
  flags: [
    CASE_FLAG,
    { name: 'format', value: 'exportFormat', text: 'exportFormat' },
    { name: 'ceiling', value: 'code', params: { list: MARKINGS.join(', ') } },
    { name: 'out', value: 'file' },
    { name: 'overwrite' },
  ],
  options: z.object({
    case: z.string(),
    format: z.enum(OPEN_FORMATS),
    ceiling: Marking.optional(),
    out: z.string().min(1),
    overwrite: z.boolean().default(false),
  }),
  run: async ({ terminal, common, options }) => {
    const { t, lang } = terminal;
    const { format, ceiling } = options;
    const target = checkTarget(options.out, options.overwrite);
    if (!target.ok) return target;
    return withVault(terminal, common, async (desk) => {
      const found = await findCase(desk, options.case);
      if (!found.ok) return found;
      const { logId } = found.value;
      desk.saveTo(target.value);
      const written = await desk.call('formats.export', { logId, format, ceiling });
      if (!written.ok) return written;
      if (!written.value.saved) return fail('cancelled');
      const { saved: _, name: __, ...told } = written.value;
      const { bytes, counts, marking, disputed, withheld, leftOut } = told;
      return ok({
        data: { case: logId, out: target.value, format, ...told },
        text: [
          t('cli.export.saved', { out: target.value, size: sizeText(bytes, lang) }),
          ...columns(
            COUNTED.flatMap((one) => {
              const count = counts[one];
              return count === undefined ? [] : [[t(`formats.part.${one}`), String(count)]];
            }),
          ),
          t('cli.export.plain', { marking: t(`words.marking.${marking}`) }),
          ...(disputed.length > 0 ? [t('cli.export.disputed', { count: disputed.length })] : []),
          ...(withheld > 0 ? [t('cli.export.withheld', { count: withheld })] : []),
          ...(leftOut > 0 ? [t('cli.export.leftOut', { count: leftOut })] : []),
        ],
      });
    });
  },
});

export const exportCommands = [exportCase];
