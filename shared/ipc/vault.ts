import { z } from 'zod';
import { Marking } from '../model/marking.ts';
import { ShortText } from '../model/value.ts';
import { DEPARTMENTS } from '../model/vocabulary.ts';
import { action, event, nothing } from './contract.ts';

/** A vault's folder name under the app's own data folder; no path crosses the bridge. */
export const VaultName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u);
const Passphrase = z.string().min(1).max(1_000);

export const Credential = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase: Passphrase }),
  z.strictObject({ kind: z.literal('recovery'), code: z.string().min(1).max(200) }),
]);

export const Identity = z.object({
  name: z.string(),
  department: z.string(),
  key: z.string(),
  /** Short form of the signing key for people to compare. */
  fingerprint: z.string(),
});
export type Identity = z.infer<typeof Identity>;

export const Language = z.enum(['nl', 'en']);
export type Language = z.infer<typeof Language>;

export const Settings = z.strictObject({
  language: Language,
  theme: z.enum(['auto', 'light', 'dark']),
  /** Minutes without input after which the vault locks itself; 0 is never. */
  lockAfterMinutes: z.int().min(0).max(480),
  /** Highest marking that is compared, looked up over cases and decided on with this device (field practice 2.5.4). */
  ceiling: Marking.default('depV'),
});
export type Settings = z.infer<typeof Settings>;

export const vaultContract = {
  'app.status': action(
    nothing,
    z.object({
      version: z.string(),
      vaults: z.array(z.string()),
      /** `anchored` false is an alarm: the database is older than what the vault's header remembers of it. */
      open: z.object({ vault: z.string(), identity: Identity, anchored: z.boolean() }).nullable(),
      /** True in a throw-away vault made by `--demo`. */
      demo: z.boolean(),
      settings: Settings,
    }),
  ),
  'app.saveSettings': action(Settings, Settings),
  'vault.strength': action(
    z.strictObject({ passphrase: z.string().max(1_000) }),
    z.object({
      /** 0 (worst) to 4; creation asks for 3. */
      score: z.int().min(0).max(4),
      enough: z.boolean(),
      /** Expected time to guess at the vault's key derivation cost, as an exponent of ten in seconds. */
      log10Seconds: z.number(),
      /** Codes of advice, with texts in i18n under `strength.`. */
      advice: z.array(z.string()),
    }),
  ),
  'vault.create': action(
    z.strictObject({
      vault: VaultName,
      passphrase: Passphrase,
      name: ShortText,
      department: z.enum(DEPARTMENTS),
    }),
    z.object({ recoveryCode: z.string() }),
  ),
  'vault.unlock': action(
    z.strictObject({ vault: VaultName, credential: Credential }),
    z.object({ identity: Identity }),
  ),
  'vault.lock': action(nothing, z.object({})),
  'vault.changePassphrase': action(z.strictObject({ current: Passphrase, next: Passphrase }), z.object({})),
  'vault.newRecoveryCode': action(
    z.strictObject({ current: Passphrase }),
    z.object({ recoveryCode: z.string() }),
  ),
  'vault.check': action(
    nothing,
    z.object({
      pages: z.int(),
      badPages: z.array(z.int()),
      database: z.array(z.string()),
      /** Findings of the log check, one per broken promise; empty when all holds, null when a damaged page is in the way. */
      log: z.array(z.object({ code: z.string(), logId: z.string(), where: z.string() })).nullable(),
      attachments: z.object({ checked: z.int(), damaged: z.array(z.string()) }).nullable(),
    }),
  ),
  /** The vault was locked: by idle time, by sleep, or on demand. */
  'vault.locked': event(z.object({ why: z.enum(['demand', 'idle', 'sleep']) })),
  /** Something was written in this case (or, without a case, in the vault): refresh what is shown. */
  'data.changed': event(z.object({ logId: z.string().nullable() })),
  /** Progress of a running job; `done` of `total` in the job's own unit, total null when not known. */
  'job.progress': event(
    z.object({ job: z.string(), phase: z.string(), done: z.number(), total: z.number().nullable() }),
  ),
  'job.cancel': action(z.strictObject({ job: z.string() }), z.object({})),
} as const;
