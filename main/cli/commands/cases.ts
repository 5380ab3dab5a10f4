import { z } from 'zod';
import type { CaseRow } from '#shared/ipc/cases.ts';
import { MARKINGS, Marking } from '#shared/model/marking.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { LongText, ShortText } from '#shared/model/value.ts';
import { DEPARTMENTS, TRIGGERS } from '#shared/model/vocabulary.ts';
import { ok } from '#shared/result.ts';
import { command } from '../command.ts';
import { AT_FLAGS, AT_OPTIONS, atOf, CASE_FLAG, findCase, headingOf } from '../find-case.ts';
import { columns, minuteText, wrap } from '../layout.ts';
import { withVault } from '../open-vault.ts';
import type { Terminal } from '../terminal.ts';

const ID_SHOWN = 8;

function rowsOf({ t }: Terminal, cases: readonly CaseRow[]): string[] {
  const head = ['id', 'reference', 'title', 'status', 'department', 'marking', 'changed'] as const;
  return columns([
    head.map((name) => t(`cli.case.${name}`)),
    ...cases.map((row) => [
      row.logId.slice(0, ID_SHOWN),
      row.reference ?? '–',
      row.title,
      t(`words.status.${row.status}`),
      row.leadDepartment,
      t(`words.markingShort.${row.marking}`),
      minuteText(row.changedAt),
    ]),
  ]);
}

const list = command({
  name: 'case list',
  text: 'cli.command.caseList',
  flags: [{ name: 'archived' }],
  options: z.object({ archived: z.boolean().default(false) }),
  run: ({ terminal, common, options: { archived } }) =>
    withVault(terminal, common, async (desk) => {
      const listed = await desk.call('cases.list', { archived });
      if (!listed.ok) return listed;
      const { value: cases } = listed;
      return ok({
        data: { cases },
        text: cases.length === 0 ? [terminal.t('cli.case.none')] : rowsOf(terminal, cases),
      });
    }),
});

const show = command({
  name: 'case show',
  text: 'cli.command.caseShow',
  flags: [CASE_FLAG, ...AT_FLAGS],
  options: z.object({ case: z.string(), ...AT_OPTIONS }),
  run: ({ terminal, common, options }) =>
    withVault(terminal, common, async (desk) => {
      const found = await findCase(desk, options.case);
      if (!found.ok) return found;
      const got = await desk.call('cases.get', { logId: found.value.logId, at: atOf(options) });
      if (!got.ok) return got;
      const { row, versions, counts } = got.value;
      const { t } = terminal;
      const body = versions[0]?.body as BodyOf<'case'> | undefined;
      const long = (['triggerText', 'assessedPart', 'exceptionality'] as const).flatMap((name) => {
        const text = body?.[name];
        return text ? ['', t(`assessment.${name}`), ...wrap(text, '  ')] : [];
      });
      return ok({
        data: { case: row, versions, counts },
        text: [
          headingOf(row),
          ...columns(
            [
              [t('cli.case.id'), row.logId],
              [t('cli.case.status'), t(`words.status.${row.status}`)],
              [t('cli.case.department'), t(`words.department.${row.leadDepartment}`)],
              [t('cli.case.trigger'), t(`words.trigger.${row.trigger}`)],
              [t('cli.case.marking'), t(`words.marking.${row.marking}`)],
              [
                t('cli.case.changed'),
                t('cli.case.changedBy', {
                  time: minuteText(row.changedAt),
                  name: row.changedBy,
                }),
              ],
            ],
            '  ',
          ),
          ...(versions.length > 1 ? [t('cli.case.versions', { count: versions.length })] : []),
          ...long,
          '',
          t('cli.case.contents'),
          ...columns(
            [
              [t('cli.case.entities'), String(counts.entities)],
              [t('cli.case.relations'), String(counts.relations)],
              ...(
                ['claims', 'unsourced', 'disputed', 'missing', 'sources', 'conflicts', 'withheld'] as const
              ).map((name) => [t(`assessment.health.${name}`), String(counts[name])]),
              [t('cli.case.attachments'), String(counts.attachments)],
            ],
            '  ',
          ),
        ],
      });
    }),
});

const create = command({
  name: 'case new',
  text: 'cli.command.caseNew',
  flags: [
    { name: 'title', value: 'text' },
    { name: 'department', value: 'code', params: { list: DEPARTMENTS.join(', ') } },
    { name: 'trigger', value: 'code', params: { list: TRIGGERS.join(', ') } },
    { name: 'marking', value: 'code', params: { list: MARKINGS.join(', ') } },
    { name: 'reference', value: 'text' },
    { name: 'company', value: 'text' },
    { name: 'triggerText', value: 'text' },
  ],
  options: z.object({
    title: ShortText,
    department: z.enum(DEPARTMENTS),
    trigger: z.enum(TRIGGERS),
    marking: Marking,
    reference: z.string().trim().max(60).optional(),
    company: ShortText.optional(),
    triggerText: LongText.optional(),
  }),
  run: ({ terminal, common, options: { department, company, ...given } }) =>
    withVault(terminal, common, async (desk) => {
      const made = await desk.call('cases.create', {
        ...given,
        leadDepartment: department,
        ...(company === undefined ? {} : { companyName: company }),
      });
      if (!made.ok) return made;
      const { logId } = made.value;
      return ok({ data: { logId }, text: [terminal.t('cli.case.created', { id: logId })] });
    }),
});

export const caseCommands = [list, show, create];
