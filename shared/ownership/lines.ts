import type { Versions } from '../dossier/group.ts';
import { type ClaimBody, claimBody, disputedClaims, isUnsourced } from '../dossier/health.ts';
import type { VersionView } from '../ipc/common.ts';
import type { InterestView } from '../ipc/ownership.ts';
import { CREDIBILITIES, RELIABILITIES } from '../model/grade.ts';
import type { RecordId } from '../model/ids.ts';
import type { BodyOf } from '../model/records.ts';
import { claimedInfluence, holdingAfter, holdingOf, influenceOf, isInterest } from './from-records.ts';
import type { InfluenceEdge } from './influence.ts';
import type { Holding } from './interest.ts';

/** One line of the picture: as shown, and as the engine counts it. */
export type Line = {
  readonly view: InterestView;
  readonly holding: Holding | undefined;
  /** The interest as it is recorded for after the deal. */
  readonly after: Holding | undefined;
  readonly edge: InfluenceEdge | undefined;
};

type Graded = {
  readonly reliability: ClaimBody['reliability'];
  readonly credibility: ClaimBody['credibility'];
};

/** The weakest grade that an interest rests on: a chain is as strong as that. */
function weakestGrade(claims: readonly Graded[]): InterestView['grade'] {
  const worst = <T>(scale: readonly T[], of: (claim: Graded) => T): T =>
    scale[Math.max(...claims.map((claim) => scale.indexOf(of(claim))))] as T;
  if (claims.length === 0) return undefined;
  return {
    reliability: worst(RELIABILITIES, ({ reliability }) => reliability),
    credibility: worst(CREDIBILITIES, ({ credibility }) => credibility),
  };
}

const sourcesOf = (claims: readonly ClaimBody[]): RecordId[] => [
  ...new Set(claims.flatMap(({ source }) => source ?? [])),
];

function relationLine([first]: Versions, claims: readonly VersionView[], deal: boolean): Line {
  const { kind, from, to, label, validFrom, validTo } = first.body as BodyOf<'relation'>;
  const bodies = claims.map(claimBody);
  const holding = holdingOf(first, bodies);
  const after = deal ? holdingAfter(first, bodies) : undefined;
  const grade = weakestGrade(bodies);
  const shown = after ?? holding;
  return {
    holding,
    after,
    edge: influenceOf(first, bodies),
    view: {
      relation: first.record,
      kind: kind as InterestView['kind'],
      from,
      to,
      ...(label ? { label } : {}),
      ...(shown?.capital ? { capital: shown.capital } : {}),
      ...(shown?.votes ? { votes: shown.votes } : {}),
      ...(shown?.right ? { right: shown.right } : {}),
      disputed: disputedClaims(claims).size > 0,
      unsourced: bodies.length === 0 || bodies.some(isUnsourced),
      ...(grade ? { grade } : {}),
      // Once the deal is done, what it brings is there.
      ...(validFrom && !after ? { validFrom } : {}),
      ...(validTo ? { validTo } : {}),
      sources: sourcesOf(bodies),
    },
  };
}

function claimLine(versions: Versions, find: LineInput['find']): Line {
  const [first] = versions;
  const body = first.body as BodyOf<'influence'>;
  const { actor, party, channel, wording, grip, probability, confidence, evidence, validFrom, validTo } =
    body;
  const edge = claimedInfluence(first);
  const sources = evidence.flatMap((record): RecordId[] => {
    const view = find(record);
    if (view?.type === 'source') return [record];
    return view?.type === 'claim' ? sourcesOf([claimBody(view)]) : [];
  });
  return {
    holding: undefined,
    after: undefined,
    edge,
    view: {
      relation: first.record,
      kind: 'influenceClaim',
      from: actor,
      to: party,
      claim: {
        channel,
        wording,
        grip,
        certainty: edge.certainty,
        ...(probability ? { probability } : {}),
        ...(confidence ? { confidence } : {}),
      },
      disputed: versions.length > 1,
      unsourced: evidence.length === 0,
      grade: { reliability: body.reliability, credibility: body.credibility },
      ...(validFrom ? { validFrom } : {}),
      ...(validTo ? { validTo } : {}),
      sources: [...new Set(sources)],
    },
  };
}

/** Live versions that the lines are made of. */
export type LineInput = {
  readonly relations: readonly Versions[];
  readonly influences: readonly Versions[];
  /** What is said of a relation and holds on the day. */
  readonly claimsAbout: (relation: RecordId) => readonly VersionView[];
  /** A claim or source that an influence claim names as evidence. */
  readonly find: (record: RecordId) => VersionView | undefined;
  /** With what is recorded for after the deal. */
  readonly deal: boolean;
};

/**
 * All lines of ownership, control and influence: relations with what is said of each, and influence claims. The
 * relations themselves are cut to a day by the study, which also looks for overlaps.
 */
export function interestLines({ relations, influences, claimsAbout, find, deal }: LineInput): Line[] {
  const related = relations.flatMap((versions): Line[] => {
    const { kind } = versions[0].body as BodyOf<'relation'>;
    if (!isInterest(kind) && !(deal && kind === 'finances')) return [];
    const line = relationLine(versions, claimsAbout(versions[0].record), deal);
    return isInterest(kind) || line.after ? [line] : [];
  });
  return [...related, ...influences.map((versions) => claimLine(versions, find))];
}

/** Weaker evidence first: no claim at all, then the grade, letter before figure. */
export const strengthOf = ({ grade, unsourced }: InterestView): number => {
  if (!grade) return -100;
  return (
    -10 * RELIABILITIES.indexOf(grade.reliability) -
    CREDIBILITIES.indexOf(grade.credibility) -
    (unsourced ? 50 : 0)
  );
};
