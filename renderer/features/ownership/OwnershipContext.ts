import { createContext, useContext } from 'react';
import type { InterestView, OwnershipNode } from '#shared/ipc/ownership.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Picture, Words } from './words.ts';

/** The picture that is looked at, and how its parts are called. */
export type Study = {
  readonly picture: Picture;
  readonly day: string;
  /** With what is recorded for after the deal. */
  readonly after: boolean;
  readonly setDay: (day: string) => void;
  readonly words: Words;
  readonly nodes: ReadonlyMap<RecordId, OwnershipNode>;
  readonly interests: ReadonlyMap<RecordId, InterestView>;
  readonly nameOf: (record: RecordId) => string;
  /** Opens what is known of one interest at the side. */
  readonly openInterest: (relation: RecordId) => void;
};

export const OwnershipContext = createContext<Study | null>(null);

export const useStudy = (): Study => {
  const study = useContext(OwnershipContext);
  if (study === null) throw new Error('useStudy outside the ownership screen');
  return study;
};
