import type { z } from 'zod';
import { InstrumentPack } from '../instruments/catalogue.ts';
import { LawPack } from '../law/law-item.ts';
import { canonicalBytes, sha256Hex } from '../model/canonical.ts';
import { fail, ok, type Result } from '../result.ts';
import { checkExamples, type ExampleMiss } from './examples.ts';
import { loadPack } from './load.ts';
import type { Pack } from './pack.ts';

/** The kinds of pack that the tool reads; each is data with an id and a version of its own. */
export type AnyPack =
  | { readonly kind: 'framework'; readonly pack: Pack }
  | { readonly kind: 'law'; readonly pack: LawPack }
  | { readonly kind: 'instruments'; readonly pack: z.infer<typeof InstrumentPack> };

export type AnyPackCode = 'packUnknown' | 'packInvalid';

const firstIssue = ({ issues }: z.ZodError) => {
  const [first, ...rest] = issues;
  return {
    place: first === undefined || first.path.length === 0 ? '(pack)' : first.path.map(String).join('.'),
    problem: first?.message ?? 'unknown',
    more: rest.length,
  };
};

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Reads a pack of any kind; which kind follows from its members. Names the first place that is wrong. Total. */
export function readAnyPack(json: unknown): Result<AnyPack, AnyPackCode> {
  if (!isObject(json)) return fail('packUnknown');
  if ('items' in json) {
    const read = LawPack.safeParse(json);
    return read.success ? ok({ kind: 'law', pack: read.data }) : fail('packInvalid', firstIssue(read.error));
  }
  if ('instruments' in json) {
    const read = InstrumentPack.safeParse(json);
    return read.success
      ? ok({ kind: 'instruments', pack: read.data })
      : fail('packInvalid', firstIssue(read.error));
  }
  if (!('leaves' in json)) return fail('packUnknown');
  const read = loadPack(json);
  return read.ok ? ok({ kind: 'framework', pack: read.value }) : fail('packInvalid', read.error.params);
}

/** Digest of the content of a pack, whatever its spelling. */
export const packDigest = ({ pack }: AnyPack): string => sha256Hex(canonicalBytes(pack));

/** The worked examples of a framework that do not come true; other packs have none. */
export const missesOf = (any: AnyPack): readonly ExampleMiss[] =>
  any.kind === 'framework' ? checkExamples(any.pack) : [];
