import { BUNDLE_REFUSALS, type BundleRefusal } from '#shared/bundle/refusals.ts';
import type { Translate } from '#shared/i18n/index.ts';
import { type CallError, errorText } from '../../api/index.ts';

/** Why a bundle or card was refused, when that is what went wrong. */
export const refusalOf = (error: CallError | null): BundleRefusal | undefined =>
  error?.code === 'bundleRefused'
    ? BUNDLE_REFUSALS.find((reason) => reason === error.params.reason)
    : undefined;

/** The failure in words: a refusal with its reason and the file inside it is about, all else as everywhere. */
export const refusalText = (t: Translate, error: CallError): string => {
  const reason = refusalOf(error);
  if (reason === undefined) return errorText(t, error);
  const entry = error.params.entry === undefined ? '' : ` (${error.params.entry})`;
  return `${t(`exchange.refusal.${reason}`)}${entry} ${t('errors.bundleRefused')}`;
};
