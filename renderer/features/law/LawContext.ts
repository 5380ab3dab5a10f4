import { createContext, useContext, useMemo } from 'react';
import type { Atom } from '#shared/rules/condition.ts';
import { type AtomWording, atomText } from '#shared/rules/wording.ts';
import type { Given } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { useDayText } from '../caseFrame/timeWords.ts';
import { formatNumber } from '../dossier/format.ts';
import type { Evidence } from '../overview/useEvidence.ts';

export type Legal = Given<'law.get'>;
export type LawRow = Legal['laws'][number];
export type Answered = LawRow['answer'];
export type Line = Answered['lines'][number];

/** The legal scope that is looked at, and how its parts are called. */
export type LawStudy = {
  readonly legal: Legal;
  readonly day: string;
  readonly nameOf: (record: string) => string | undefined;
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Opens the answer to a question of the law at the side. */
  readonly answer: (question: string) => void;
  readonly edit: (law: LawRow | null) => void;
};

export const LawContext = createContext<LawStudy | null>(null);

export const useLaw = (): LawStudy => {
  const study = useContext(LawContext);
  if (study === null) throw new Error('useLaw outside the legal scope');
  return study;
};

/** Atoms of rules in the language of the face. */
export const useAtomText = (): ((atom: Atom) => string) => {
  const t = useT();
  const lang = useLang();
  const day = useDayText();
  return useMemo(() => {
    const number: AtomWording['number'] = (value, unit) =>
      formatNumber(value, unit, { lang, t, nameOf: () => undefined });
    return (atom) => atomText(atom, { lang, t, day, number });
  }, [t, lang, day]);
};
