import { createContext, useContext } from 'react';
import type { Wording } from './format.ts';

export type PageContext = {
  readonly logId: string;
  readonly readOnly: boolean;
  /** The fact, relation or note that somebody came here for. */
  readonly highlight: string | undefined;
  readonly wording: Wording;
};

export const Page = createContext<PageContext | null>(null);

/** What everything on the page of a party needs to know. */
export const usePage = (): PageContext => {
  const page = useContext(Page);
  if (page === null) throw new Error('usePage outside a page');
  return page;
};
