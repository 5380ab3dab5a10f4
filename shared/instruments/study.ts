import type { Versions } from '../dossier/group.ts';
import { allOf } from '../framework/kleene.ts';
import type { ScopeAnswer } from '../law/scope.ts';
import { type LegalFacts, studyLaw } from '../law/study.ts';
import type { Day } from '../model/dates.ts';
import type { BodyOf } from '../model/records.ts';
import type { Outcome } from '../model/vocabulary.ts';
import type { Knowledge } from '../rules/prove.ts';
import { CATALOGUE, type Instrument, type Measure } from './catalogue.ts';
import { type Applies, appliesTo, type Gap, gapOf, lawExhausted, marketExhausted } from './ladder.ts';

/** Every rung of the ladder, in the order of the catalogue. */
export const RUNGS: readonly (Instrument | Measure)[] = [...CATALOGUE.instruments, ...CATALOGUE.measures];

export const isInstrument = (rung: Instrument | Measure): rung is Instrument => 'group' in rung;

/** One rung: whether it applies (measures have no such answer), what keeps it from counting, and its live versions. */
export type StudiedRung = {
  readonly rung: Instrument | Measure;
  readonly applies?: Applies;
  readonly gap?: Gap;
  readonly versions?: Versions;
};

export type LadderStudy = {
  readonly rungs: readonly StudiedRung[];
  /** What the ladder and the log of the market suggest for the two legs of the last resort (NEC-01, NEC-02). */
  readonly suggests: { readonly law: Outcome; readonly market: Outcome; readonly both: Outcome };
};

const bodiesOf = <T>(versions: Versions | undefined): T[] =>
  (versions ?? []).map(({ body }) => body as unknown as T);

/** Without a company nothing is known of anything. */
const NOTHING: Knowledge = { asked: () => [], answered: () => undefined };

/** The ladder on a day, from what people judged of it and from the laws of the case. */
export function studyLadder(
  judged: readonly Versions[],
  market: readonly Versions[],
  legal: LegalFacts | undefined,
  day: Day,
): LadderStudy {
  const byId = new Map(
    judged.map((versions) => [(versions[0].body as BodyOf<'rung'>).instrument, versions] as const),
  );
  const answers = new Map<string, ScopeAnswer>(
    (legal ? studyLaw(legal, day).answers : []).map((answer) => [answer.item, answer]),
  );
  const knowledge = legal?.knowledgeOn(day) ?? NOTHING;
  const bodies = new Map([...byId].map(([id, versions]) => [id, bodiesOf<BodyOf<'rung'>>(versions)]));
  const law = lawExhausted(
    RUNGS.map(({ id }) => id),
    bodies,
  );
  const asked = marketExhausted(
    market.map((versions) => ({ record: versions[0].record, versions: bodiesOf(versions) })),
  );
  return {
    rungs: RUNGS.map((rung): StudiedRung => {
      const versions = byId.get(rung.id);
      const gap = gapOf(bodies.get(rung.id) ?? []);
      return {
        rung,
        ...(isInstrument(rung) ? { applies: appliesTo(rung, answers, knowledge) } : {}),
        ...(gap ? { gap } : {}),
        ...(versions ? { versions } : {}),
      };
    }),
    suggests: { law, market: asked, both: allOf([law, asked]) },
  };
}
