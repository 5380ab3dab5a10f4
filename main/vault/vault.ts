/** The way in for the rest of the shell: everything that it may do with a vault. */
export { checkVault } from './check.ts';
export { createVault } from './create.ts';
export type { VaultError } from './errors.ts';
export { type KdfPolicy, PRODUCTION_KDF } from './kdf.ts';
export { openVault } from './open.ts';
export type { OpenVault } from './open-vault.ts';
export type { VaultOptions } from './session.ts';
export {
  type Credential,
  newKeyFile,
  type PassphraseCredential,
  type SlotSummary,
} from './slots.ts';
export { passphraseStrength, REQUIRED_SCORE, type Strength, type StrengthAdvice } from './strength.ts';
