import { stat } from 'node:fs/promises';
import { fail, ok, type Result } from '#shared/result.ts';
import { peekHeader, type ReadOptions, readBytes } from './decrypt.ts';
import type { HeaderFacts } from './header.ts';
import { type BundleCode, settle } from './refused.ts';

/**
 * What a bundle shows to anybody without a key: how it opens and how large it is. Nothing of it is verified yet, so it
 * serves to ask for the right credential and no more.
 */
export async function inspectBundle(
  path: string,
  options: ReadOptions = {},
): Promise<Result<HeaderFacts & { readonly fileBytes: number }, BundleCode>> {
  try {
    const { facts, close } = await peekHeader(readBytes(path, options));
    await close();
    return ok({ ...facts, fileBytes: (await stat(path)).size });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return fail('fileUnreadable');
    return settle(error);
  }
}
