import { BUNDLE_REFUSALS } from '#shared/bundle/refusals.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { nl } from '#shared/i18n/nl/index.ts';
import { IMPORT_REASONS } from '#shared/import/reasons.ts';
import { ERROR_CODES, type ErrorCode } from '#shared/ipc/contract.ts';
import { type Failure, fail, type Result } from '#shared/result.ts';
import { EXIT_OF, type Exit } from './exit-codes.ts';

/** What is wrong with the command itself; each has a text in `cli.usage`. */
export type UsageCode = keyof typeof nl.cli.usage;
export type CliFailure = Failure<ErrorCode | UsageCode>;
export type CliResult<T> = Result<T, ErrorCode | UsageCode>;
type CliError = CliFailure['error'];

export const usage = (code: UsageCode, params?: Readonly<Record<string, string | number>>) =>
  fail(code, params);

/** Reasons why a bundle stays shut that are the key's fault and not the bundle's. */
const WRONG_KEYS = new Set<unknown>(['wrongPassphrase', 'noMatchingKey']);

const isErrorCode = (code: string): code is ErrorCode => ERROR_CODES.some((one) => one === code);

export function exitOf({ code, params }: CliError): Exit {
  if (!isErrorCode(code)) return 'usage';
  if (code === 'bundleRefused' && WRONG_KEYS.has(params?.reason)) return 'credential';
  return EXIT_OF[code];
}

/** What went wrong in words, with the place, reason or number that belongs to it. */
export function messageOf(t: Translate, { code, params }: CliError): string {
  if (!isErrorCode(code)) return t(`cli.usage.${code}`, params);
  if (code === 'bundleRefused') {
    const reason = BUNDLE_REFUSALS.find((one) => one === params?.reason);
    if (reason) return `${t('errors.bundleRefused')} ${t(`exchange.refusal.${reason}`)}`;
  }
  if (code === 'importRefused') {
    const reason = IMPORT_REASONS.find((one) => one === params?.reason);
    if (reason) return `${t('errors.importRefused')} ${t(`imports.reason.${reason}`, params)}`;
  }
  const place = params?.where ?? params?.field;
  if (place !== undefined && place !== '' && (code === 'badInput' || code === 'invalidRecord'))
    return t(`errors.${code}At`, { place });
  const text = t(`errors.${code}`, params);
  if (params?.incident !== undefined) return `${text} ${t('common.incident', { id: params.incident })}`;
  const named = params?.name ?? params?.file ?? params?.case;
  return named === undefined ? text : `${text} (${named})`;
}

export type ErrorDocument = { error: CliError & { message: string } };
export const errorDocument = (t: Translate, error: CliError): ErrorDocument => ({
  error: { ...error, message: messageOf(t, error) },
});
