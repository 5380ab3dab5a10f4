import type { errors as nl } from '../nl/errors.ts';
import type { Texts } from '../texts.ts';

export const errors: Texts<typeof nl> = {
  badInput: 'The input is not right. Check the fields and try again.',
  badInputAt: 'The input is not right at {{place}}. Check that field and try again.',
  tooLarge: 'The input is too large to take in one go. Split it into smaller pieces.',
  notAllowed: 'This action is not allowed here.',
  internal:
    'Something went wrong inside the application. Nothing was half saved. Report the incident number to your administrator.',
  cancelled: 'Cancelled. Nothing was changed.',
  busy: 'Something large is being written to the case. Wait until it is done and try again.',
  locked: 'The vault is locked. Unlock it to continue.',
  alreadyOpen: 'A vault is already open. Lock that one first.',
  wrongCredential:
    'The passphrase or recovery code is not right. The vault has not been changed. Check capitals, spaces and keyboard layout.',
  vaultMissing: 'This vault was not found. Was its folder moved or deleted?',
  vaultExists: 'There is already a vault with this name. Choose another name.',
  vaultDamaged:
    'The file of the vault is damaged. Your passphrase is not the cause. Nothing was overwritten: restore a backup.',
  vaultHeaderTampered:
    'The header of the vault was changed outside this application. Your passphrase is right, but for safety the vault is not opened. Warn your security officer and restore a backup.',
  vaultFromFuture:
    'This vault was made with a newer version of Waarborg. Update the application; the vault has not been changed.',
  vaultInUse: 'This vault is already open in another window or by another program. Close that first.',
  migrationFailed: 'Updating the vault failed. The vault has been left as it was.',
  weakPassphrase: 'This passphrase is too weak. Use more words that do not belong together.',
  vaultRolledBack:
    'This vault is older than the last state we know of: an old copy was probably put back. Check which vault is the right one before you go on.',
  notFound: 'This was not found. It may have been withdrawn, or belong to another case.',
  stale:
    'This has changed in the meantime. Your input is still here: compare it with the new version and save again.',
  invalidRecord: 'The data does not meet the rules.',
  invalidRecordAt: 'The data does not meet the rules at {{place}}.',
  danglingReference:
    'This refers to something that is not (or no longer) in this case. Choose an existing source, fact or party.',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
  revertBlocked:
    'This change cannot be taken back, because the same fields were changed again later: {{which}}. Take back the later change first.',
  caseExists: 'This case is already in the vault.',
  notReady: 'The assessment cannot be frozen yet. Look under “Freeze” for what is missing.',
  aboveCeiling: 'This has a higher classification than is allowed here.',
  fileUnreadable: 'The file cannot be read.',
  fileTooLarge: 'The file is too large.',
  fileExists: 'There is already a file with this name. Choose another name.',
  notWritable: 'This place cannot be written to. Choose another folder or check the disk space.',
  importRefused: 'The import was refused; nothing was taken over.',
  bundleRefused: 'The bundle was refused; nothing was taken over.',
  documentFailed: 'The document could not be made.',
  attachmentDamaged: 'The attachment does not match what was signed. Do not use it.',
};
