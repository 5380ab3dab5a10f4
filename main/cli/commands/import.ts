import path from 'node:path';
import { z } from 'zod';
import { liveDigests } from '#db/queries/versions.ts';
import type { BodsPlan, BodsRefusal } from '#shared/import/bods/plan.ts';
import type { ImportPlan, PlannedAttachment, PlannedPut, Refusal } from '#shared/import/case-folder.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import type { LogId } from '#shared/model/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { runCommand } from '../../commit.ts';
import { applyFolder } from '../../import/apply.ts';
import { readBodsFile } from '../../import/bods.ts';
import { type CaseFolder, readCaseFolder } from '../../import/folder.ts';
import { newLogId } from '../../session.ts';
import { command, type Outcome } from '../command.ts';
import type { Desk } from '../desk.ts';
import { errorDocument, usage } from '../failure.ts';
import { CASE_FLAG, findCase } from '../find-case.ts';
import { columns } from '../layout.ts';
import { withVault } from '../open-vault.ts';
import type { Terminal } from '../terminal.ts';

type Planned = PlannedPut | (PlannedAttachment & { readonly type: 'attachment' });
type Effect = 'created' | 'changed' | 'unchanged';
type Line = {
  readonly place: string;
  readonly type: Planned['type'];
  readonly record: string;
  readonly label: string;
};
type Effects = Readonly<Record<Effect, readonly Line[]>>;

const plannedIn = ({ puts, attachments }: ImportPlan): Planned[] => [
  ...puts,
  ...attachments.map((one) => ({ ...one, type: 'attachment' as const })),
];

const LABELS = ['title', 'name', 'label', 'property', 'leaf', 'indicator', 'kind'] as const;

function lineOf({ place, type, record, body }: Planned): Line {
  const said = body as Readonly<Record<string, unknown>>;
  const label = LABELS.map((name) => said[name]).find((text) => typeof text === 'string');
  return { place, type, record, label: String(label ?? '') };
}

/** Takes the folder in and tells for each record what that did; with `dry` all of it is rolled back. */
function apply(desk: Desk, logId: LogId, folder: CaseFolder, dry: boolean): Result<Effects, ErrorCode> {
  const planned = plannedIn(folder.plan);
  const effects: Record<Effect, Line[]> = { created: [], changed: [], unchanged: [] };
  let applied = false;
  const saved = runCommand(
    desk.session(),
    desk.files,
    (context) => {
      const digests = () => planned.map(({ record }) => liveDigests(context.db, logId, record).join());
      const before = digests();
      const done = applyFolder(context, logId, folder);
      if (!done.ok) return done;
      const after = digests();
      for (const [at, one] of planned.entries()) {
        const effect = before[at] === '' ? 'created' : before[at] === after[at] ? 'unchanged' : 'changed';
        effects[effect].push(lineOf(one));
      }
      applied = true;
      return dry ? fail('cancelled') : ok(undefined);
    },
    () => undefined,
  );
  return saved.ok || (dry && applied) ? ok(effects) : saved;
}

const isStatement = (refusal: Refusal): refusal is BodsRefusal => Object.hasOwn(refusal, 'index');

const whereOf = ({ t }: Terminal, refusal: Refusal): string => {
  const { file, line, field } = refusal;
  const place = isStatement(refusal)
    ? t('cli.import.statement', { file, line, id: refusal.statementId ?? '?' })
    : t(file.endsWith('.json') ? 'cli.import.item' : 'cli.import.place', { file, line });
  return field === undefined ? place : `${place}, ${field}`;
};

const refusedLines = (terminal: Terminal, refused: readonly Refusal[]): string[] =>
  columns(
    refused.map((one) => [whereOf(terminal, one), terminal.t(`imports.refused.${one.code}`, one.params)]),
    '  ',
  );

const refusedData = ({ t }: Terminal, refused: readonly Refusal[]) =>
  refused.map((one) => ({ ...one, message: t(`imports.refused.${one.code}`, one.params) }));

function stopped(
  terminal: Terminal,
  refused: readonly Refusal[],
  reason: 'cli.import.stopped' | 'cli.import.noCase',
): Outcome {
  const { t } = terminal;
  const [first] = refused;
  const { error } = errorDocument(t, {
    code: 'importRefused',
    params: { ...(first ? { file: first.file, line: first.line } : {}), count: refused.length },
  });
  return ok({
    data: { error, refused: refusedData(terminal, refused) },
    exit: 'refused',
    text: [t('cli.import.refused'), ...refusedLines(terminal, refused), t(reason, { count: refused.length })],
  });
}

function told(
  terminal: Terminal,
  {
    logId,
    dry,
    plan,
    effects,
  }: {
    readonly logId: LogId;
    readonly dry: boolean;
    readonly plan: ImportPlan | BodsPlan;
    readonly effects: Effects;
  },
): Outcome {
  const { t } = terminal;
  const { refused } = plan;
  const { created, changed, unchanged } = effects;
  const read =
    'statements' in plan
      ? { statements: { count: plan.statements, superseded: plan.superseded } }
      : undefined;
  const counts = {
    created: created.length,
    changed: changed.length,
    unchanged: unchanged.length,
    refused: refused.length,
  };
  const table = (sign: string, lines: readonly Line[]) =>
    lines.map(({ place, type, label }) => [sign, place, t(`words.type.${type as 'claim'}`), label]);
  const nothing = created.length + changed.length === 0;
  return ok({
    data: {
      case: logId,
      dryRun: dry,
      ...read,
      counts,
      created,
      changed,
      refused: refusedData(terminal, refused),
    },
    text: [
      ...(dry ? columns([...table('+', created), ...table('~', changed)]) : columns(table('~', changed))),
      ...(refused.length > 0 ? [t('cli.import.refused'), ...refusedLines(terminal, refused)] : []),
      ...columns(
        (['created', 'changed', 'unchanged', 'refused'] as const).map((name) => [
          t(`cli.import.${name}`),
          String(counts[name]),
        ]),
      ),
      ...(read ? [t('cli.import.statements', read.statements)] : []),
      dry ? t('cli.import.dry') : t(nothing ? 'cli.import.nothing' : 'cli.import.into', { id: logId }),
    ],
  });
}

const importFolder = command({
  name: 'import',
  text: 'cli.command.import',
  takes: 'input',
  flags: [
    CASE_FLAG,
    { name: 'format', value: 'importFormat' },
    { name: 'new' },
    { name: 'dryRun' },
    { name: 'skipRefused' },
  ],
  options: z.object({
    case: z.string().optional(),
    format: z.enum(['folder', 'bods']).default('folder'),
    new: z.boolean().default(false),
    dryRun: z.boolean().default(false),
    skipRefused: z.boolean().default(false),
  }),
  run: async ({ terminal, common, argument, options }) => {
    const { case: wanted, format, new: fresh, dryRun: dry, skipRefused } = options;
    if (fresh && format === 'bods') return usage('bodsNeedsCase');
    if (fresh === (wanted !== undefined)) return usage('caseOrNew');
    return withVault(terminal, common, async (desk) => {
      const into = wanted === undefined ? ok({ logId: newLogId() }) : await findCase(desk, wanted);
      if (!into.ok) return into;
      const { logId } = into.value;
      const { author, store } = desk.session();
      const place = path.resolve(argument);
      const folder =
        format === 'bods'
          ? await readBodsFile(place, store.read, logId)
          : await readCaseFolder(place, logId, author.key);
      if (!folder.ok) return folder;
      const { refused, puts } = folder.value.plan;
      if (fresh && !puts.some(({ type }) => type === 'case'))
        return stopped(terminal, refused, 'cli.import.noCase');
      if (refused.length > 0 && !skipRefused && !dry) return stopped(terminal, refused, 'cli.import.stopped');
      const effects = apply(desk, logId, folder.value, dry);
      return effects.ok
        ? told(terminal, { logId, dry, plan: folder.value.plan, effects: effects.value })
        : effects;
    });
  },
});

export const importCommands = [importFolder];
