/**
 * Why a bundle is not opened, or not made: the closed list behind error code `bundleRefused` (param `reason`). Released
 * words are never renamed or reused. Each has a text in `i18n`. `entry` names the file inside, where there is one.
 */
export const BUNDLE_REFUSALS = [
  // the encrypted container
  'notABundle',
  'headerTooLarge',
  'headerDamaged',
  'needsPassphrase',
  'needsIdentity',
  'workFactorTooHigh',
  'wrongPassphrase',
  'noMatchingKey',
  'contentDamaged',
  // the archive inside
  'archiveDamaged',
  'entryNotFile',
  'entryNotPlain',
  'nameRefused',
  'nameCollision',
  'tooManyEntries',
  'entryTooLarge',
  'bundleTooLarge',
  'trailingData',
  // who signed, for whom
  'signatureNotFirst',
  'signatureMalformed',
  'signatureInvalid',
  'unknownSender',
  'tagFileMissing',
  'tagManifestMismatch',
  'envelopeMalformed',
  'envelopeMismatch',
  'formatFromFuture',
  'notAddressedToUs',
  'replayed',
  // the content against its list
  'manifestMalformed',
  'unlistedFile',
  'duplicateFile',
  'missingFile',
  'hashMismatch',
  'countMismatch',
  // a bag in a folder
  'declarationMissing',
  'declarationMalformed',
  'manifestMissing',
  'algorithmUnknown',
  'encodingUnknown',
  // making one
  'recipientsMissing',
  'recipientInvalid',
  'recipientsMixed',
  'passphraseMissing',
  'contentChanged',
  // the case log inside
  'changesMalformed',
  'changeInvalid',
  // contact cards
  'cardMalformed',
  'cardSignatureInvalid',
] as const;
export type BundleRefusal = (typeof BUNDLE_REFUSALS)[number];
