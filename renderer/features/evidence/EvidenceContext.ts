import { createContext, useContext } from 'react';
import type { Given } from '../../api/index.ts';
import type { Evidence } from '../overview/useEvidence.ts';

export type Sound = Given<'evidence.get'>;
export type Study = {
  readonly sound: Sound;
  readonly day: string;
  /** Sources and facts in words, by record. */
  readonly evidence: ReadonlyMap<string, Evidence>;
};

export const EvidenceContext = createContext<Study | null>(null);
export const useSound = (): Study => {
  const found = useContext(EvidenceContext);
  if (found === null) throw new Error('useSound outside its screen');
  return found;
};
