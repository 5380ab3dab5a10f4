import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { BundlePreview, Contact } from '#shared/ipc/exchange.ts';
import { MARKINGS, Marking } from '#shared/model/marking.ts';
import { fail, ok } from '#shared/result.ts';
import { inspectBundle } from '../../bundle/inspect.ts';
import { type Command, command, type Given, type Outcome } from '../command.ts';
import { checkTarget, type Desk } from '../desk.ts';
import { type CliResult, usage } from '../failure.ts';
import { CASE_FLAG, findCase } from '../find-case.ts';
import { columns, minuteText, shortDigest, sizeText } from '../layout.ts';
import { withVault } from '../open-vault.ts';
import { contactsOf } from '../recipients.ts';
import { readSecret } from '../secrets.ts';
import { digestOf } from '../state-digest.ts';
import type { Terminal } from '../terminal.ts';

const contactLine = ({ t }: Terminal, { name, department, fingerprint, trusted }: Contact): string => {
  const line = t('cli.bundle.recipient', { name, department, fingerprint });
  return trusted ? line : `${line} (${t('cli.bundle.untrusted')})`;
};

const exportBundle = command({
  name: 'bundle export',
  text: 'cli.command.bundleExport',
  flags: [
    CASE_FLAG,
    { name: 'out', value: 'file' },
    { name: 'toPassphraseFile', value: 'file' },
    { name: 'toPassphraseFd', value: 'fd' },
    { name: 'to', value: 'card', many: true },
    { name: 'classical' },
    { name: 'ceiling', value: 'code', params: { list: MARKINGS.join(', ') } },
    { name: 'overwrite' },
  ],
  options: z.object({
    case: z.string(),
    out: z.string().min(1),
    toPassphraseFile: z.string().optional(),
    toPassphraseFd: z.string().optional(),
    to: z.array(z.string().min(1)).min(1).max(50).optional(),
    classical: z.boolean().default(false),
    ceiling: Marking.optional(),
    overwrite: z.boolean().default(false),
  }),
  run: async ({ terminal, common, options }) => {
    const { to: cards, toPassphraseFile: file, toPassphraseFd: fd } = options;
    if (cards && (file !== undefined || fd !== undefined)) return usage('oneRecipient');
    const target = checkTarget(options.out, options.overwrite);
    if (!target.ok) return target;
    return withVault(terminal, common, async (desk) => {
      const found = await findCase(desk, options.case);
      if (!found.ok) return found;
      const contacts = await contactsOf(desk, cards ?? []);
      if (!contacts.ok) return contacts;
      const place = { fileOption: '--to-passphrase-file', fdOption: '--to-passphrase-fd', file, fd };
      const passphrase = cards ? ok('') : await readSecret(terminal, { what: 'bundle', ...place }, true);
      if (!passphrase.ok) return passphrase;
      desk.saveTo(target.value);
      const sealed = await desk.call('bundle.export', {
        logId: found.value.logId,
        ceiling: options.ceiling,
        to: cards
          ? {
              kind: 'contacts',
              contacts: contacts.value.map(({ record }) => record),
              quantumSafe: !options.classical,
            }
          : { kind: 'passphrase', passphrase: passphrase.value },
      });
      if (!sealed.ok) return sealed;
      if (!sealed.value.saved) return fail('cancelled');
      const { bytes = 0, withheld = 0 } = sealed.value;
      return ok({
        data: {
          case: found.value.logId,
          out: target.value,
          bytes,
          withheld,
          to: contacts.value.map(({ name, department, fingerprint, trusted }) => ({
            name,
            department,
            fingerprint,
            trusted,
          })),
        },
        text: [
          terminal.t('cli.bundle.saved', { out: target.value, size: sizeText(bytes, terminal.lang) }),
          ...(withheld > 0 ? [terminal.t('cli.bundle.withheld', { count: withheld })] : []),
          ...contacts.value.map((contact) => contactLine(terminal, contact)),
        ],
      });
    });
  },
});

const OPEN_OPTIONS = {
  bundlePassphraseFile: z.string().optional(),
  bundlePassphraseFd: z.string().optional(),
};
const OPEN_FLAGS: Command['flags'] = [
  { name: 'bundlePassphraseFile', value: 'file' },
  { name: 'bundlePassphraseFd', value: 'fd' },
];
type OpenOptions = z.output<z.ZodObject<typeof OPEN_OPTIONS>>;

/** Opens a bundle in memory with the passphrase that it needs, or with our own keys; nothing is written. */
async function openBundle(
  desk: Desk,
  { terminal, argument, options }: Given<OpenOptions>,
): Promise<CliResult<BundlePreview>> {
  const file = path.resolve(argument);
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile())
    return fail('fileUnreadable', { name: path.basename(file) });
  const facts = await inspectBundle(file);
  if (!facts.ok) return facts;
  const { bundlePassphraseFile, bundlePassphraseFd } = options;
  const passphrase =
    facts.value.mode === 'passphrase'
      ? await readSecret(terminal, {
          what: 'bundle',
          fileOption: '--bundle-passphrase-file',
          fdOption: '--bundle-passphrase-fd',
          file: bundlePassphraseFile,
          fd: bundlePassphraseFd,
        })
      : ok(undefined);
  if (!passphrase.ok) return passphrase;
  const token = await desk.pick(file, 'bundle');
  if (!token.ok) return token;
  const secret = passphrase.value === undefined ? {} : { passphrase: passphrase.value };
  terminal.busy(terminal.t('exchange.receive.running'));
  return desk.call('bundle.preview', { token: token.value, ...secret });
}

function previewLines(
  { t }: Terminal,
  { sender, created, caseTitle, counts, known }: BundlePreview,
): string[] {
  const text = (name: 'sender' | 'created' | 'case') => t(`exchange.receive.${name}`);
  const trust = t(`exchange.receive.${sender.trusted ? 'trusted' : 'unknown'}`);
  return [
    t('cli.bundle.good'),
    ...columns(
      [
        [text('sender'), `${sender.name} (${sender.department}), ${trust}`],
        ['', sender.fingerprint],
        [text('created'), minuteText(created)],
        [text('case'), `${caseTitle} (${t(`exchange.receive.${known ? 'knownCase' : 'newCase'}`)})`],
        ...(['changes', 'newChanges', 'conflicts', 'withheld', 'attachments'] as const).map((name) => [
          t(`exchange.receive.${name}`),
          String(counts[name]),
        ]),
      ],
      '  ',
    ),
  ];
}

const dataOf = ({ token: _, ...shown }: BundlePreview) => shown;

const verifyBundle = command({
  name: 'bundle verify',
  text: 'cli.command.bundleVerify',
  takes: 'bundle',
  flags: OPEN_FLAGS,
  options: z.object(OPEN_OPTIONS),
  run: (given) =>
    withVault(given.terminal, given.common, async (desk) => {
      const opened = await openBundle(desk, given);
      if (!opened.ok) return opened;
      return ok({ data: { bundle: dataOf(opened.value) }, text: previewLines(given.terminal, opened.value) });
    }),
});

const plain = (fingerprint: string): string => fingerprint.replace(/[\s:-]/g, '').toLowerCase();

/** Nobody is trusted by a bundle's own word: the person names the fingerprint that they compared. */
function distrust(
  terminal: Terminal,
  preview: BundlePreview,
  compared: string | undefined,
): Outcome | undefined {
  const { fingerprint, trusted } = preview.sender;
  if (compared === undefined ? trusted : plain(compared) === plain(fingerprint)) return undefined;
  terminal.note(
    compared === undefined
      ? terminal.t('cli.bundle.compare', { fingerprint })
      : terminal.t('cli.bundle.otherSender', { found: fingerprint }),
  );
  return fail('bundleRefused', { reason: 'unknownSender', fingerprint });
}

const importBundle = command({
  name: 'bundle import',
  text: 'cli.command.bundleImport',
  takes: 'bundle',
  flags: [...OPEN_FLAGS, { name: 'trustSender', value: 'fingerprint' }],
  options: z.object({ ...OPEN_OPTIONS, trustSender: z.string().optional() }),
  run: (given) =>
    withVault(given.terminal, given.common, async (desk) => {
      const { terminal, options } = given;
      const opened = await openBundle(desk, given);
      if (!opened.ok) return opened;
      const refused = distrust(terminal, opened.value, options.trustSender);
      if (refused) return refused;
      const trustSender = options.trustSender !== undefined;
      const merged = await desk.call('bundle.merge', { token: opened.value.token, trustSender });
      if (!merged.ok) return merged;
      const { logId, newChanges, conflicts } = merged.value;
      const stateDigest = digestOf(desk, logId);
      const { t } = terminal;
      return ok({
        data: { bundle: dataOf(opened.value), logId, newChanges, conflicts, stateDigest },
        text: [
          ...previewLines(terminal, opened.value),
          newChanges === 0
            ? t('exchange.receive.nothingNew')
            : `${t('exchange.receive.merged', { count: newChanges })}.`,
          ...(conflicts > 0 ? [t('exchange.receive.mergedConflicts', { count: conflicts })] : []),
          t('cli.import.into', { id: logId }),
          `${t('cli.bundle.stateDigest')}: ${shortDigest(stateDigest)}`,
        ],
      });
    }),
});

const card = command({
  name: 'contact card',
  text: 'cli.command.contactCard',
  flags: [{ name: 'out', value: 'file' }, { name: 'overwrite' }],
  options: z.object({ out: z.string().min(1), overwrite: z.boolean().default(false) }),
  run: async ({ terminal, common, options }) => {
    const target = checkTarget(options.out, options.overwrite);
    if (!target.ok) return target;
    return withVault(terminal, common, async (desk) => {
      desk.saveTo(target.value);
      const saved = await desk.call('contacts.saveCard', {});
      if (!saved.ok) return saved;
      const status = await desk.call('app.status', {});
      if (!status.ok) return status;
      const fingerprint = status.value.open?.identity.fingerprint ?? '';
      return ok({
        data: { out: target.value, fingerprint },
        text: [
          terminal.t('cli.contact.saved', { out: target.value }),
          `${terminal.t('cli.vault.fingerprint')}: ${fingerprint}`,
        ],
      });
    });
  },
});

export const bundleCommands = [exportBundle, importBundle, verifyBundle, card];
