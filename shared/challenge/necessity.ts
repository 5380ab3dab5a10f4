import type { RecordId } from '../model/ids.ts';
import { GAMING_CHECKS, TRADECRAFT_CHECKS } from '../model/records/challenge.ts';
import type { BodyOf } from '../model/records.ts';

/** A live version of a challenge with the key that signed it. */
export type GivenChallenge = {
  readonly record: RecordId;
  readonly author: string;
  readonly body: BodyOf<'challenge'>;
};
/** A live version of a verdict, with every key that ever signed a version of it. */
export type ChallengedVerdict = { readonly digest: string; readonly signers: readonly string[] };

/** Why a challenge does not count, the first reason; `counts` when it does. */
export type ChallengeStanding = 'counts' | 'ownVerdict' | 'earlierVersion' | 'noArgument';

/**
 * Whether a challenge counts (NEC-05): somebody else than everybody who signed the verdict, on the verdict as it is now,
 * with an argument. Two keys are not proof of two persons, but one key is proof of one.
 */
export function standingOf(
  { author, body }: GivenChallenge,
  verdict: readonly ChallengedVerdict[],
): ChallengeStanding {
  if (verdict.some(({ signers }) => signers.includes(author))) return 'ownVerdict';
  if (!verdict.every(({ digest }) => body.challenged.some((one) => one === digest))) return 'earlierVersion';
  return body.argument.trim() === '' ? 'noArgument' : 'counts';
}

export type CheckVersions = readonly BodyOf<'check'>[];

/** Whether a question was answered: one version, a result, and a reason. "Undetermined" is no answer. */
export const isAnswered = (versions: CheckVersions): boolean => {
  const [only, ...others] = versions;
  return (
    only !== undefined && others.length === 0 && only.result !== 'undetermined' && only.reason.trim() !== ''
  );
};

export type NecessityInput = {
  /** Leaves with a verdict that has an argument. */
  readonly argued: ReadonlySet<string>;
  /** Live versions of the verdict on necessity. */
  readonly necessity: readonly ChallengedVerdict[];
  /** Challenges of that verdict. */
  readonly challenges: readonly GivenChallenge[];
  /** Live versions by question. */
  readonly checks: ReadonlyMap<string, CheckVersions>;
};

/**
 * What is still missing of the necessity challenge (NEC-05, NEC-06): the two verdicts, a challenger other than the
 * author, and the questions on strategic behaviour; then the nine points of the check of one's own work.
 */
export function missingOf({ argued, necessity, challenges, checks }: NecessityInput): {
  readonly challenge: readonly string[];
  readonly selfCheck: readonly string[];
} {
  const open = (items: readonly string[]): string[] =>
    items.filter((item) => !isAnswered(checks.get(item) ?? []));
  const challenged =
    necessity.length > 0 && challenges.some((one) => standingOf(one, necessity) === 'counts');
  return {
    challenge: [
      ...['NEC-05', 'NEC-06'].filter((leaf) => !argued.has(leaf)),
      ...(challenged ? [] : ['challenger']),
      ...open(GAMING_CHECKS),
    ],
    selfCheck: open(TRADECRAFT_CHECKS),
  };
}
