import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { adviceSentence } from '#shared/framework/adviceSentence.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { assessJudged } from '#shared/framework/judged.ts';
import type { LogId } from '#shared/model/ids.ts';
import { ok } from '#shared/result.ts';
import { adviceLines, gateLines, indicatorLines } from '../assess-text.ts';
import { command } from '../command.ts';
import { type Desk, deskAt } from '../desk.ts';
import type { CliResult } from '../failure.ts';
import { shortDigest, sizeText } from '../layout.ts';
import { digestOf } from '../state-digest.ts';
import { Broken, must, openSteps } from '../steps.ts';
import type { Terminal } from '../terminal.ts';

const ANNA = { name: 'Anna de Vries', department: 'EZ' } as const;
const BRAM = { name: 'Bram Visser', department: 'DEF' } as const;

/** Drawn anew and kept in this variable alone: 192 bits. */
const drawPassphrase = (): string => randomBytes(24).toString('base64url');

/** A path as a person here would write it. */
function near(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}

async function newDesk(folder: string, person: typeof ANNA | typeof BRAM, terminal: Terminal): Promise<Desk> {
  const desk = deskAt(path.join(folder, person.name), terminal);
  must(await desk.call('vault.create', { vault: desk.name, passphrase: drawPassphrase(), ...person }));
  return desk;
}

/** Opens a bundle as `desk`: the signature is checked, the sender's fingerprint is compared with the real one. */
async function open(desk: Desk, file: string, sender: Desk, passphrase?: string) {
  const token = must(await desk.pick(file, 'bundle'));
  const secret = passphrase === undefined ? {} : { passphrase };
  const preview = must(await desk.call('bundle.preview', { token, ...secret }));
  const { open: own } = must(await sender.call('app.status', {}));
  if (own?.identity.fingerprint !== preview.sender.fingerprint) throw new Broken('cli.demo.wrongSender');
  return preview;
}

async function verify(desk: Desk, logId: LogId): Promise<number> {
  const { changes, findings } = must(await desk.call('history.verify', { logId }));
  if (findings.length > 0) throw new Broken('cli.demo.unsoundLog');
  return changes;
}

async function story(terminal: Terminal, folder: string, out: string) {
  const { t, lang, say } = terminal;
  const { step, steps, finish } = openSteps(terminal);
  const pdf = path.join(out, 'dossier.pdf');
  const bundle = path.join(out, 'lumenschip.age');
  const vaultText = t('cli.demo.vaultText');

  say(t('cli.demo.title'));
  say('');
  const anna = await step(t('cli.demo.firstVault', ANNA), async () => ({
    value: await newDesk(folder, ANNA, terminal),
    text: vaultText,
  }));
  const logId = await step(t('cli.demo.sample'), async () => {
    const sample = must(await anna.call('cases.openSample', {}));
    const { counts } = must(await anna.call('cases.get', { logId: sample.logId }));
    return { value: sample.logId, text: t('cli.demo.sampleText', counts) };
  });
  const assessment = await step(t('cli.demo.assessed'), async () => {
    const made = assessJudged(must(await anna.call('assessment.get', { logId })));
    return { value: made, text: t(`assessment.advice.${made.advice.outcome}`) };
  });
  const shown = [
    ...adviceLines(terminal, assessment),
    '',
    t('cli.assess.gates'),
    ...gateLines(terminal, assessment),
    '',
    t('cli.assess.indicators'),
    ...indicatorLines(terminal, assessment),
  ];
  for (const line of ['', ...shown, '']) say(line === '' ? '' : `     ${line}`);
  await step(t('cli.demo.report'), async () => {
    anna.saveTo(pdf);
    const { bytes = 0 } = must(await anna.call('dossier.pdf', { logId, language: lang, embedData: false }));
    return { value: bytes, text: `${near(pdf)} (${sizeText(bytes, lang)})` };
  });
  const secret = drawPassphrase();
  await step(t('cli.demo.sealed'), async () => {
    anna.saveTo(bundle);
    const to = { kind: 'passphrase', passphrase: secret } as const;
    const { bytes = 0 } = must(await anna.call('bundle.export', { logId, to }));
    return { value: bytes, text: `${near(bundle)} (${sizeText(bytes, lang)})` };
  });
  const bram = await step(t('cli.demo.secondVault', BRAM), async () => ({
    value: await newDesk(folder, BRAM, terminal),
    text: vaultText,
  }));
  const preview = await step(t('cli.demo.opened'), async () => ({
    value: await open(bram, bundle, anna, secret),
    text: t('cli.demo.openedText'),
  }));
  await step(t('cli.demo.merged'), async () => {
    const { newChanges } = must(await bram.call('bundle.merge', { token: preview.token, trustSender: true }));
    const { attachments } = preview.counts;
    return { value: newChanges, text: t('cli.demo.mergedText', { count: newChanges, attachments }) };
  });
  await step(t('cli.demo.toCard', BRAM), async () => {
    const card = path.join(folder, 'bram.waarborg-card');
    const sealed = path.join(folder, 'card.age');
    bram.saveTo(card);
    must(await bram.call('contacts.saveCard', {}));
    const token = must(await anna.pick(card, 'contact'));
    const { contact } = must(await anna.call('contacts.add', { token, trusted: true }));
    anna.saveTo(sealed);
    must(
      await anna.call('bundle.export', {
        logId,
        to: { kind: 'contacts', contacts: [contact.record], quantumSafe: true },
      }),
    );
    const { counts } = await open(bram, sealed, anna);
    if (counts.newChanges > 0) throw new Broken('cli.demo.unequal');
    return { value: counts, text: t('cli.demo.toCardText') };
  });
  await step(t('cli.demo.verified'), async () => {
    const count = (await verify(anna, logId)) + (await verify(bram, logId));
    return { value: count, text: t('cli.demo.verifiedText', { count }) };
  });
  const stateDigest = await step(t('cli.demo.equal'), async () => {
    const digest = digestOf(anna, logId);
    if (digest !== digestOf(bram, logId)) throw new Broken('cli.demo.unequal');
    return { value: digest, text: shortDigest(digest) };
  });
  await step(t('cli.demo.removed'), async () => {
    anna.close();
    bram.close();
    fs.rmSync(folder, { recursive: true, force: true });
    return { value: undefined, text: '' };
  });
  const milliseconds = finish();
  say(t('cli.demo.key', { file: path.basename(bundle) }));
  const sentence = adviceSentence(assessment, BEV_2023, lang);
  return { steps: steps(), milliseconds, files: { pdf, bundle }, stateDigest, sentence, assessment };
}

const demo = command({
  name: 'demo',
  text: 'cli.command.demo',
  flags: [{ name: 'out', value: 'folder', text: 'demoOut' }],
  options: z.object({ out: z.string().min(1).default('out') }),
  run: async ({ terminal, options }) => {
    const out = path.resolve(options.out);
    fs.mkdirSync(out, { recursive: true });
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waarborg-'));
    const remove = terminal.atEnd(() => fs.rmSync(folder, { recursive: true, force: true }));
    try {
      return ok({ data: await story(terminal, folder, out), text: [] });
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      const { t } = terminal;
      if (error.failure) return error.failure satisfies CliResult<never>;
      const message = error.finding ? t(error.finding) : '';
      terminal.note(message);
      return ok({ data: { step: error.step, finding: message }, text: [], exit: 'finding' });
    } finally {
      terminal.endAll();
      remove();
    }
  },
});

export const demoCommands = [demo];
