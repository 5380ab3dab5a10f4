import type { Pack } from '../../framework/pack.ts';
import type { Lang } from '../../i18n/index.ts';
import type { RecordRef, VersionView } from '../../ipc/common.ts';
import type { FrozenView } from '../../ipc/freeze.ts';
import type { Day, Instant } from '../../model/dates.ts';
import type { LogId, RecordId } from '../../model/ids.ts';
import type { Marking } from '../../model/marking.ts';

/** A live record that points to one that is withdrawn or not known here. */
export type DanglingFinding = { readonly ref: RecordRef; readonly member: string };

/**
 * Everything that a dossier is composed from; the document is a function of it and of nothing else. `views` are all
 * live versions of the case's own record, entities, relations, claims, sources, attachments, judgements, scenarios, what
 * people know of the law and of lighter instruments, whatever their validity or marking: what may not or need not be printed is left out here, and counted.
 */
export type DossierInput = {
  readonly lang: Lang;
  readonly logId: LogId;
  readonly pack: Pack;
  readonly views: readonly VersionView[];
  /** Only facts and relations that hold on this day; absent: all periods, each with its validity. */
  readonly validAt?: Day | undefined;
  /** Highest marking that may be printed; absent: no limit. */
  readonly ceiling?: Marking | undefined;
  readonly author: string;
  readonly programVersion: string;
  /** Digest of all that is live in the case (`stateDigest`), also of what the ceiling leaves out. */
  readonly digest: string;
  readonly changes: number;
  /** When the last change was made, by its author's clock. */
  readonly lastChange: Instant;
  /** Whether the case's data go along in the file. */
  readonly embedded: boolean;
  /** Op bodies that this vault was not given. */
  readonly withheld: number;
  /** Records with more than one live version, a withdrawal against an edit included. */
  readonly conflicts: readonly RecordId[];
  /** Masked ratings given after the same rater had rated openly, as far as the log tells (PUR-20). */
  readonly maskedKnown: readonly RecordId[];
  /** Keys that ever signed a version of each verdict: none of them can challenge it (NEC-05). */
  readonly signers: ReadonlyMap<RecordId, readonly string[]>;
  readonly dangling: readonly DanglingFinding[];
  /** Frozen assessments, each made again from the whole log, whatever the ceiling; the latest first. */
  readonly frozen: readonly FrozenView[];
  /** Whether any version that was ever live stands above the ceiling: what follows from it may not be printed. */
  readonly pastAbove: boolean;
  /** Live versions of a type or shape that this program does not know. */
  readonly unreadable: number;
};
