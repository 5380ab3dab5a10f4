import type { StoreFailure } from '#db/failures.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { type Failure, fail } from '#shared/result.ts';

/** How work on a vault can fail. Each is a different thing for the user to do. */
export type VaultError = Extract<
  ErrorCode,
  | 'badInput'
  | 'locked'
  | 'notAllowed'
  | 'wrongCredential'
  | 'vaultMissing'
  | 'vaultExists'
  | 'vaultDamaged'
  | 'vaultHeaderTampered'
  | 'vaultFromFuture'
  | 'vaultInUse'
  | 'vaultRolledBack'
  | 'migrationFailed'
  | 'weakPassphrase'
  | 'fileExists'
  | 'notWritable'
>;

/**
 * A store failure in the vault's words. The key came out of an authenticated header, so a page 1 that does not
 * open is damage, never a wrong passphrase.
 */
export function vaultFailure(error: Failure<StoreFailure | 'migrationFailed'>['error']): Failure<VaultError> {
  switch (error.code) {
    case 'storeMissing':
    case 'storeUnreadable':
    case 'storeDamaged':
      return fail('vaultDamaged', { part: error.code });
    case 'storeBusy':
      return fail('vaultInUse');
    case 'storeNotWritable':
      return fail('notWritable');
    case 'migrationFailed':
      return fail('migrationFailed', error.params);
  }
}
