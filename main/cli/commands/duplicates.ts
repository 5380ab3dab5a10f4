import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { LOCALES } from '#shared/i18n/index.ts';
import { matchFile } from '#shared/identity/match-csv.ts';
import { againstText, forText } from '#shared/identity/reason-text.ts';
import type { AgainstReason, ForReason } from '#shared/identity/reasons.ts';
import { fail, ok } from '#shared/result.ts';
import { MAX_FILE_BYTES } from '../../files.ts';
import { command } from '../command.ts';
import { errorDocument } from '../failure.ts';
import { CASE_FLAG, findCase, headingOf } from '../find-case.ts';
import { wrap } from '../layout.ts';
import { withVault } from '../open-vault.ts';
import { plainText } from '../share-text.ts';
import type { Terminal } from '../terminal.ts';

const scoreText = ({ lang }: Terminal, score: number): string =>
  new Intl.NumberFormat(LOCALES[lang], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(score);

type Alike = {
  readonly score: number;
  readonly reasons: readonly ForReason[];
  readonly against: readonly AgainstReason[];
};

/** A pair with its reasons: `+` for what points to one party, `-` for what points to two. */
const pairLines = (terminal: Terminal, one: string, other: string, alike: Alike): string[] => [
  `${scoreText(terminal, alike.score)}  ${plainText(one)}  |  ${plainText(other)}`,
  ...alike.reasons.flatMap((reason) => wrap(`+ ${plainText(forText(reason, terminal))}`, '      ')),
  ...alike.against.flatMap((reason) => wrap(`- ${plainText(againstText(reason, terminal))}`, '      ')),
];

const duplicates = command({
  name: 'duplicates',
  text: 'cli.command.duplicates',
  flags: [CASE_FLAG],
  options: z.object({ case: z.string() }),
  run: ({ terminal, common, options }) =>
    withVault(terminal, common, async (desk) => {
      const { t } = terminal;
      const found = await findCase(desk, options.case);
      if (!found.ok) return found;
      const { logId, title, reference } = found.value;
      const searched = await desk.call('identity.search', { logId });
      if (!searched.ok) return searched;
      const decided = await desk.call('identity.get', { logId });
      if (!decided.ok) return decided;
      const { candidates, more, compared, withheld, ceiling } = searched.value;
      const { groups, conflicts } = decided.value;
      return ok({
        data: {
          case: { logId, title, ...(reference ? { reference } : {}) },
          ...searched.value,
          groups,
          conflicts,
        },
        text: [
          headingOf(found.value),
          '',
          ...(candidates.length === 0
            ? [t('identity.none'), t('identity.noneText', { count: compared })]
            : [t('identity.count', { count: candidates.length + more }), t('identity.alikeHelp')]),
          ...(withheld === 0
            ? []
            : [t('identity.withheld', { count: withheld, ceiling: t(`words.marking.${ceiling}`) })]),
          ...candidates.flatMap(({ a, b, ...alike }) => [
            '',
            ...pairLines(terminal, a.label, b.label, alike),
          ]),
          ...(more === 0 ? [] : ['', t('identity.more', { shown: candidates.length, count: more })]),
          ...groups.flatMap(({ name, members }) => [
            '',
            `${plainText(name.label)}: ${t('identity.also').toLowerCase()} ${members
              .filter(({ record }) => record !== name.record)
              .map(({ label }) => plainText(label))
              .join(', ')}`,
          ]),
          ...conflicts.flatMap(({ records: [a, b] }) => [
            '',
            ...wrap(
              t('cli.warning', {
                text: t('identity.conflict', { a: plainText(a.label), b: plainText(b.label) }),
              }),
            ),
          ]),
        ],
      });
    }),
});

const match = command({
  name: 'calc match',
  text: 'cli.command.calcMatch',
  takes: 'names',
  flags: [],
  options: z.object({}),
  run: async ({ terminal, argument }) => {
    const { t, note } = terminal;
    const name = argument === '-' ? t('cli.calc.stdin') : path.basename(argument);
    let text: string;
    try {
      const bytes = fs.readFileSync(argument === '-' ? 0 : argument);
      if (bytes.length > MAX_FILE_BYTES) return fail('fileTooLarge', { name });
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return fail('fileUnreadable', { name });
    }
    const read = matchFile(text);
    if (!read.ok) {
      const { code, params = {} } = read.error;
      const { line, field } = params;
      const place = line === undefined ? name : t('cli.import.place', { file: name, line });
      const where = field === undefined ? place : `${place}, ${field}`;
      note(t('cli.error', { text: `${where}: ${t(`imports.refused.${code}`, params)}` }));
      return ok({
        data: errorDocument(t, { code: 'importRefused', params: { count: 1 } }),
        text: [],
        exit: 'refused',
      });
    }
    return ok({
      data: { pairs: read.value },
      text: [
        ...wrap(t('identity.alikeHelp')),
        ...read.value.flatMap((pair) => pairLines(terminal, pair.name1, pair.name2, pair)),
      ],
    });
  },
});

export const duplicatesCommands = [duplicates, match];
