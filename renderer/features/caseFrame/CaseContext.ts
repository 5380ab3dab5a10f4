import { createContext, useContext } from 'react';
import type { Given, Sent } from '../../api/index.ts';

export type CaseOverview = Given<'cases.get'>;
/** Where in time the case is looked at; empty is now, with everything that is known. */
export type AtInput = NonNullable<Sent<'cases.get'>['at']>;

export type OpenCase = CaseOverview & {
  readonly logId: string;
  readonly at: AtInput;
  readonly setAt: (at: AtInput) => void;
  /** True while looking at another moment: nothing can be written then. */
  readonly readOnly: boolean;
};

export const CaseContext = createContext<OpenCase | null>(null);

/** The case that is open; for use inside its tabs only. */
export const useCase = (): OpenCase => {
  const open = useContext(CaseContext);
  if (open === null) throw new Error('useCase outside a case');
  return open;
};

/** What every tab of a case is given: the record that the address names, if any. */
export type TabProps = { readonly record: string | undefined };
