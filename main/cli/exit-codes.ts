import type { ErrorCode } from '#shared/ipc/contract.ts';

/** What the command line ends with: the one table, printed by `--help`. Released numbers never change their meaning. */
export const EXIT_CODES = {
  ok: 0,
  finding: 1,
  usage: 2,
  credential: 3,
  vault: 4,
  refused: 5,
  notFound: 6,
  internal: 7,
} as const;
export type Exit = keyof typeof EXIT_CODES;

/** Total: a new error code without a place here does not compile. */
export const EXIT_OF: Readonly<Record<ErrorCode, Exit>> = {
  badInput: 'usage',
  tooLarge: 'refused',
  notAllowed: 'usage',
  internal: 'internal',
  cancelled: 'internal',
  busy: 'internal',
  locked: 'internal',
  alreadyOpen: 'internal',
  wrongCredential: 'credential',
  vaultMissing: 'vault',
  vaultExists: 'vault',
  vaultDamaged: 'vault',
  vaultHeaderTampered: 'vault',
  vaultFromFuture: 'vault',
  vaultInUse: 'vault',
  migrationFailed: 'vault',
  weakPassphrase: 'refused',
  vaultRolledBack: 'vault',
  notFound: 'notFound',
  stale: 'refused',
  invalidRecord: 'refused',
  danglingReference: 'refused',
  nothingToUndo: 'refused',
  nothingToRedo: 'refused',
  revertBlocked: 'refused',
  caseExists: 'refused',
  aboveCeiling: 'refused',
  notReady: 'refused',
  fileUnreadable: 'notFound',
  fileTooLarge: 'refused',
  fileExists: 'refused',
  notWritable: 'refused',
  importRefused: 'refused',
  bundleRefused: 'refused',
  documentFailed: 'internal',
  attachmentDamaged: 'vault',
};
