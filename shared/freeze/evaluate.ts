import { BEV_2023 } from '../framework/bev2023.ts';
import { evaluate } from '../framework/evaluate.ts';
import { withOwnIndicators } from '../framework/own-indicators.ts';
import { gateLeaves, type ProofNode } from '../framework/proof.ts';
import { CATALOGUE } from '../instruments/catalogue.ts';
import { gapOf, lawExhausted, marketExhausted } from '../instruments/ladder.ts';
import { askedOf, lawsOf, legalKnowledge, subjectsOf } from '../law/case-facts.ts';
import { derivedFacts } from '../law/derived.ts';
import { NL_LAW } from '../law/nl-law.ts';
import { scopeOn } from '../law/scope.ts';
import { scopeCases } from '../law/scope-cases.ts';
import { canonicalBytes, sha256Hex } from '../model/canonical.ts';
import type { Day } from '../model/dates.ts';
import type { RecordId } from '../model/ids.ts';
import type { BodyOf, RecordType } from '../model/records.ts';
import { TRIGGERS } from '../model/vocabulary.ts';
import type { LiveVersion } from './past.ts';

/** What an evaluation needs of a live version: who signed it plays no part. */
export type LiveBody = Pick<LiveVersion, 'record' | 'type' | 'marking' | 'body'>;

/** One outcome of the assessment under a name that stays the same: `leaf CON-2`, `law vifo-control`, `rung INS-06`. */
export type Finding = { readonly of: string; readonly is: string };

/** What a case comes to on a day: everything that is computed from its records and the packs, in a fixed order. */
export type CaseResult = {
  readonly format: 1;
  readonly day: Day;
  readonly packs: readonly { readonly id: string; readonly version: string; readonly digest: string }[];
  readonly findings: readonly Finding[];
};

const digestOf = (pack: unknown): string => sha256Hex(canonicalBytes(pack));
/** The packs that this app computes with, with a digest of their content: a version number alone proves nothing. */
export const PACKS = [BEV_2023, NL_LAW, CATALOGUE].map((pack) => ({
  id: pack.id,
  version: pack.version,
  digest: digestOf(pack),
}));

const nodesOf = (node: ProofNode): ProofNode[] =>
  node.op === 'leaf' ? [] : [node, ...node.children.flatMap(nodesOf)];

const rangeText = (range: { readonly low: number; readonly high: number } | null): string =>
  range === null ? '-' : `${range.low}-${range.high}`;

/**
 * Evaluates a case from its live versions alone (RA-1, REP-4). Pure: the same versions, packs and day give the same
 * result, and so the same digest, on every machine and in every vault.
 */
export function evaluateCase(live: readonly LiveBody[], day: Day): CaseResult {
  const bodies = <T extends RecordType>(type: T) =>
    live.flatMap(({ record, type: own, body }) =>
      own === type ? [{ record, body: body as unknown as BodyOf<T> }] : [],
    );
  const grouped = <T extends RecordType>(type: T) =>
    [...Map.groupBy(bodies(type), ({ record }) => record).values()].map((versions) => versions);
  const [own] = bodies('case');
  const unsourced = new Set(
    bodies('claim')
      .filter(
        ({ body }) => body.certainty !== 'assumption' && body.source === undefined && body.basis.length === 0,
      )
      .map(({ record }) => record),
  );
  const known = new Set(live.map(({ record }) => record));
  const definitions = grouped('indicatorDefinition').flatMap(([first]) => (first ? [first.body] : []));
  const assessment = evaluate(withOwnIndicators(BEV_2023, definitions), {
    trigger: TRIGGERS.find((trigger) => trigger === own?.body.trigger) ?? 'signal',
    verdicts: grouped('verdict').flatMap((versions) => {
      const [first] = versions;
      if (!first) return [];
      const { leaf, outcome, argument, evidence } = first.body;
      const weak = new Set(evidence.filter((record) => unsourced.has(record) || !known.has(record)));
      return [
        {
          leaf,
          outcome,
          argument,
          evidence: evidence.length,
          versions: versions.length,
          unsourcedEvidence: weak.size,
        },
      ];
    }),
    ratings: bodies('rating').map(({ body }) => body),
  });
  return {
    format: 1,
    day,
    packs: PACKS,
    findings: [
      { of: 'advice', is: assessment.advice.outcome },
      ...nodesOf(assessment.root).map(({ id, outcome }) => ({ of: `gate ${id}`, is: outcome })),
      ...gateLeaves(assessment.root).map(({ id, outcome, leaf }) => ({
        of: `leaf ${id}`,
        is: leaf.reason === 'judged' ? outcome : `${outcome} (${leaf.reason})`,
      })),
      ...assessment.indicators.map(({ id, range, ratings, unknown }) => ({
        of: `indicator ${id}`,
        is: `${rangeText(range)}, ${ratings} rated, ${unknown} unknown`,
      })),
      ...lawFindings(own?.body.company, bodies('relation'), bodies('claim'), live, day),
      ...ladderFindings(bodies('rung'), grouped('marketContact')),
    ],
  };
}

type Known<T extends RecordType> = { readonly record: RecordId; readonly body: BodyOf<T> };

function lawFindings(
  company: RecordId | undefined,
  relations: readonly Known<'relation'>[],
  claims: readonly Known<'claim'>[],
  live: readonly LiveBody[],
  day: Day,
): Finding[] {
  if (!company) return [];
  const subjects = subjectsOf(company, relations);
  const asked = new Set(askedOf(subjects));
  const knowledgeOn = legalKnowledge(
    subjects,
    claims.filter(({ body }) => asked.has(body.subject)),
    [
      ...Map.groupBy(
        live.filter(({ type }) => type === 'determination'),
        ({ record }) => record,
      ).values(),
    ],
    derivedFacts(() => live, company),
  );
  const items = lawsOf(live.filter(({ type }) => type === 'lawItem')).map(({ item }) => item);
  const answers = items.map((item) => scopeOn(item, day, knowledgeOn));
  return [
    ...answers.map(({ item, scope }) => ({ of: `law ${item}`, is: scope })),
    ...scopeCases(items, answers, knowledgeOn(day)).map(({ leaf, outcome }) => ({
      of: `suggestion ${leaf}`,
      is: outcome,
    })),
  ];
}

/** The rungs of the ladder, in the order of the catalogue. */
export const RUNG_IDS: readonly string[] = [...CATALOGUE.instruments, ...CATALOGUE.measures].map(
  ({ id }) => id,
);

function ladderFindings(
  rungs: readonly Known<'rung'>[],
  market: readonly (readonly Known<'marketContact'>[])[],
): Finding[] {
  const judged = new Map(
    [...Map.groupBy(rungs, ({ body }) => body.instrument)].map(([id, versions]) => [
      id,
      versions.map(({ body }) => body),
    ]),
  );
  const asked = market.flatMap((versions) => {
    const [first] = versions;
    return first ? [{ record: first.record, versions: versions.map(({ body }) => body) }] : [];
  });
  return [
    ...RUNG_IDS.map((id) => {
      const versions = judged.get(id) ?? [];
      return { of: `rung ${id}`, is: gapOf(versions) ?? versions[0]?.verdict ?? 'undetermined' };
    }),
    { of: 'suggestion NEC-01', is: lawExhausted(RUNG_IDS, judged) },
    { of: 'suggestion NEC-02', is: marketExhausted(asked) },
  ];
}

/** SHA-256 over the canonical form of a result: equal exactly when the results are. */
export const resultDigest = (result: CaseResult): string => digestOf(result);

/** Outcomes that differ between two results, with both; null where one does not have it. */
export function resultDrift(
  before: CaseResult,
  after: CaseResult,
): { readonly of: string; readonly was: string | null; readonly is: string | null }[] {
  const now = new Map(after.findings.map(({ of, is }) => [of, is]));
  const then = new Map(before.findings.map(({ of, is }) => [of, is]));
  const names = [...new Set([...then.keys(), ...now.keys()])];
  return names
    .map((of) => ({ of, was: then.get(of) ?? null, is: now.get(of) ?? null }))
    .filter(({ was, is }) => was !== is);
}
