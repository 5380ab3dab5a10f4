import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type AnyPack, missesOf, packDigest, readAnyPack } from '#shared/framework/any-pack.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { assessUnder } from '#shared/framework/judged.ts';
import { packDiff } from '#shared/framework/pack-diff.ts';
import { gateLeaves, type ProofNode } from '#shared/framework/proof.ts';
import { CATALOGUE } from '#shared/instruments/catalogue.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { NL_LAW } from '#shared/law/nl-law.ts';
import type { Json } from '#shared/model/canonical.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { signingKeyOf } from '../../bundle/ed25519.ts';
import { minisignSign, minisignVerify, parseMinisign, signingKeyOfMinisign } from '../../bundle/minisign.ts';
import { MAX_FILE_BYTES } from '../../files.ts';
import { replaceFile } from '../../report/replace-file.ts';
import { command, type Outcome } from '../command.ts';
import { errorDocument } from '../failure.ts';
import { findCase } from '../find-case.ts';
import { columns } from '../layout.ts';
import { withVault } from '../open-vault.ts';
import type { Terminal } from '../terminal.ts';

const SHIPPED: readonly AnyPack[] = [
  { kind: 'framework', pack: BEV_2023 },
  { kind: 'law', pack: NL_LAW },
  { kind: 'instruments', pack: CATALOGUE },
];

type Loaded = { readonly any: AnyPack; readonly bytes: Uint8Array | undefined };

/** Nothing was done: why on standard error, the code in the document. */
function stopped({ t, note }: Terminal, text: string): Outcome {
  note(t('cli.error', { text }));
  return ok({
    data: errorDocument(t, { code: 'importRefused', params: { count: 1 } }),
    text: [],
    exit: 'refused',
  });
}

function readBytes(file: string): Result<Uint8Array, ErrorCode> {
  try {
    if (fs.statSync(file).size > MAX_FILE_BYTES)
      return fail('fileTooLarge', { name: path.basename(file), maxBytes: MAX_FILE_BYTES });
    return ok(new Uint8Array(fs.readFileSync(file)));
  } catch {
    return fail('fileUnreadable', { name: path.basename(file) });
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** A shipped pack by its id, or a pack from a file; `work` gets what is well formed. */
async function withPack(
  terminal: Terminal,
  word: string,
  work: (loaded: Loaded) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const { t } = terminal;
  const shipped = SHIPPED.find(({ pack }) => pack.id === word);
  if (shipped) return work({ any: shipped, bytes: undefined });
  const bytes = readBytes(path.resolve(word));
  if (!bytes.ok) return bytes;
  const read = readAnyPack(parse(bytes.value));
  if (read.ok) return work({ any: read.value, bytes: bytes.value });
  const { code, params } = read.error;
  const why = code === 'packUnknown' ? t('cli.pack.unknown') : t('cli.pack.invalid', params);
  return stopped(terminal, `${path.basename(word)}: ${why}`);
}

const headOf = ({ t }: Terminal, { kind, pack }: AnyPack): string =>
  t('cli.pack.head', { kind: t(`cli.pack.kind.${kind}`), id: pack.id, version: pack.version });

type Signed = { readonly state: 'none' | 'good' | 'bad' | 'unchecked'; readonly keyId?: string };

/** The signature that lies beside a pack, checked when the signer's key is given. */
function signatureOf(file: string, bytes: Uint8Array | undefined, key: string | undefined): Signed {
  const beside = `${path.resolve(file)}.minisig`;
  if (bytes === undefined || !fs.existsSync(beside)) return { state: 'none' };
  const read = parseMinisign(fs.readFileSync(beside, 'utf8'));
  if (!read.ok) return { state: 'bad' };
  const { keyId } = read.value;
  if (key === undefined) return { state: 'unchecked', keyId };
  const signer = signingKeyOfMinisign(key);
  const good = signer !== undefined && minisignVerify(bytes, read.value, signer);
  return { state: good ? 'good' : 'bad', keyId };
}

const check = command({
  name: 'pack check',
  text: 'cli.command.packCheck',
  takes: 'pack',
  flags: [{ name: 'key', value: 'text' }],
  options: z.object({ key: z.string().optional() }),
  run: ({ terminal, argument, options }) =>
    withPack(terminal, argument, ({ any, bytes }) => {
      const { t } = terminal;
      const misses = missesOf(any);
      const signature = signatureOf(argument, bytes, options.key);
      const bad = misses.length > 0 || signature.state === 'bad';
      for (const miss of misses) terminal.note(t('cli.pack.miss', miss));
      if (signature.state === 'bad') terminal.note(t('cli.pack.signature.bad'));
      const { kind, pack } = any;
      return ok({
        data: { kind, id: pack.id, version: pack.version, digest: packDigest(any), misses, signature },
        text: [
          headOf(terminal, any),
          t('cli.pack.digest', { digest: packDigest(any) }),
          ...(misses.length === 0 ? [t('cli.pack.good')] : []),
          t(`cli.pack.signature.${signature.state}`, { keyId: signature.keyId ?? '' }),
        ],
        ...(bad ? { exit: 'refused' as const } : {}),
      });
    }),
});

const sign = command({
  name: 'pack sign',
  text: 'cli.command.packSign',
  takes: 'pack',
  flags: [],
  options: z.object({}),
  run: ({ terminal, common, argument }) =>
    withPack(terminal, argument, ({ any, bytes }) =>
      withVault(terminal, common, async (desk) => {
        const { t } = terminal;
        if (bytes === undefined) return stopped(terminal, t('cli.pack.unknown'));
        const { keys } = desk.session();
        const key = signingKeyOf(keys.signingSeed);
        const comment = `${any.pack.id} ${any.pack.version}`;
        const out = `${path.resolve(argument)}.minisig`;
        const written = await replaceFile(out, Buffer.from(minisignSign(bytes, key, comment)));
        if (!written) return fail('notWritable', { name: path.basename(out) });
        return ok({ data: { out, comment }, text: [t('cli.pack.signed', { out })] });
      }),
    ),
});

const nodesOf = (node: ProofNode): ProofNode[] =>
  node.op === 'leaf' ? [] : [node, ...node.children.flatMap(nodesOf)];

type Drift = { readonly of: string; readonly was: string | null; readonly is: string | null };

/** Outcomes of a case under two frameworks that differ; null where one does not have the place. */
function driftOf(before: ReturnType<typeof assessUnder>, after: ReturnType<typeof assessUnder>): Drift[] {
  const outcomes = ({ advice, root }: typeof before) =>
    new Map<string, string>([
      ['advice', advice.outcome],
      ...[...nodesOf(root), ...gateLeaves(root)].map(({ id, outcome }): [string, string] => [id, outcome]),
    ]);
  const [was, is] = [outcomes(before), outcomes(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((of) => ({ of, was: was.get(of) ?? null, is: is.get(of) ?? null }))
    .filter((one) => one.was !== one.is);
}

const short = (value: Json): string => {
  const text = value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
};

const diff = command({
  name: 'pack diff',
  text: 'cli.command.packDiff',
  takes: 'pack',
  takesToo: 'packToo',
  flags: [{ name: 'case', value: 'id' }],
  options: z.object({ case: z.string().optional() }),
  run: ({ terminal, common, argument, second, options }) =>
    withPack(terminal, argument, ({ any: was }) =>
      withPack(terminal, second, async ({ any: is }) => {
        const { t } = terminal;
        if (was.kind !== is.kind) return stopped(terminal, t('cli.pack.otherKind'));
        const changes = packDiff(was.pack as unknown as Json, is.pack as unknown as Json);
        const head = [
          `- ${headOf(terminal, was)}`,
          `+ ${headOf(terminal, is)}`,
          '',
          changes.length === 0 ? t('cli.pack.same') : t('cli.pack.changes', { count: changes.length }),
          ...columns(
            changes.map((change) => [change.at, short(change.was), short(change.is)]),
            '  ',
          ),
        ];
        const wanted = options.case;
        if (wanted === undefined) return ok({ data: { changes }, text: head });
        if (was.kind !== 'framework' || is.kind !== 'framework')
          return stopped(terminal, t('cli.pack.onlyFramework'));
        return withVault(terminal, common, async (desk) => {
          const found = await findCase(desk, wanted);
          if (!found.ok) return found;
          const { logId, title } = found.value;
          const judged = await desk.call('assessment.get', { logId, at: {} });
          if (!judged.ok) return judged;
          const drift = driftOf(assessUnder(was.pack, judged.value), assessUnder(is.pack, judged.value));
          return ok({
            data: { changes, case: { logId, title }, drift },
            text: [
              ...head,
              '',
              t(drift.length === 0 ? 'cli.pack.forCaseSame' : 'cli.pack.forCase', { title }),
              ...columns(
                drift.map(({ of, was: before, is: after }) => [of, before ?? '–', after ?? '–']),
                '  ',
              ),
            ],
          });
        });
      }),
    ),
});

export const packCommands = [check, diff, sign];
