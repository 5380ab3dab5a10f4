import { z } from 'zod';
import { liveOfTypes } from '#db/queries/versions.ts';
import { exportBods } from '#shared/export/bods/export.ts';
import type { RecordType } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import { replaceFile } from '../../report/replace-file.ts';
import { command } from '../command.ts';
import { checkTarget } from '../desk.ts';
import { CASE_FLAG, findCase } from '../find-case.ts';
import { columns, sizeText } from '../layout.ts';
import { withVault } from '../open-vault.ts';

const TOLD: readonly RecordType[] = [
  'case',
  'company',
  'person',
  'publicBody',
  'relation',
  'claim',
  'source',
];

const exportCase = command({
  name: 'export',
  text: 'cli.command.export',
  flags: [
    CASE_FLAG,
    { name: 'format', value: 'exportFormat', text: 'exportFormat' },
    { name: 'out', value: 'file' },
    { name: 'overwrite' },
  ],
  options: z.object({
    case: z.string(),
    format: z.enum(['bods']),
    out: z.string().min(1),
    overwrite: z.boolean().default(false),
  }),
  run: async ({ terminal, common, options }) => {
    const { t, lang } = terminal;
    const target = checkTarget(options.out, options.overwrite);
    if (!target.ok) return target;
    return withVault(terminal, common, async (desk) => {
      const found = await findCase(desk, options.case);
      if (!found.ok) return found;
      const { logId } = found.value;
      const { store, author } = desk.session();
      const { statements, counts, disputed, leftOut, marking } = exportBods(
        liveOfTypes(store.read, logId, TOLD),
        { logId, published: new Date().toISOString().slice(0, 10), publisher: author.department },
      );
      const lines = statements.map((statement) => JSON.stringify(statement)).join(',\n');
      const bytes = Buffer.from(`[\n${lines}\n]\n`);
      if (!(await replaceFile(target.value, bytes))) return fail('notWritable');
      return ok({
        data: {
          case: logId,
          out: target.value,
          format: options.format,
          bytes: bytes.length,
          counts,
          disputed,
          leftOut,
          marking,
        },
        text: [
          t('cli.export.saved', { out: target.value, size: sizeText(bytes.length, lang) }),
          ...columns(
            (['entity', 'person', 'relationship'] as const).map((name) => [
              t(`cli.export.${name}`),
              String(counts[name]),
            ]),
          ),
          t('cli.export.plain', { marking: t(`words.marking.${marking}`) }),
          ...(disputed.length > 0 ? [t('cli.export.disputed', { count: disputed.length })] : []),
          ...(leftOut > 0 ? [t('cli.export.leftOut', { count: leftOut })] : []),
        ],
      });
    });
  },
});

export const exportCommands = [exportCase];
