import { useMemo, useState } from 'react';
import { daysOfChange } from '#shared/map/days.ts';
import type { Day } from '#shared/model/dates.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { useQueryCall } from '../../api/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';

/** The days on which relations of the case begin or end, and the network on one of them, compared with today's or not. */
export function useMapTime(now: Day) {
  const { logId, at } = useCase();
  const [chosen, setDay] = useState<Day | null>(null);
  const [against, setAgainst] = useState<Day | undefined>(undefined);
  const day = chosen ?? now;
  const known = at.knownAt === undefined ? {} : { knownAt: at.knownAt };
  const relations = useQueryCall('records.list', { logId, types: ['relation'], at: known });
  const days = useMemo(
    () =>
      daysOfChange(
        (relations.data ?? []).map(({ body }) => body as BodyOf<'relation'>),
        now,
      ),
    [relations.data, now],
  );
  const other = useQueryCall('chain.graph', { logId, day, at: known }, { keep: true, enabled: day !== now });
  const base = useQueryCall(
    'chain.graph',
    { logId, day: against ?? now, at: known },
    { keep: true, enabled: against !== undefined },
  );
  const shown = day === now ? undefined : other.data;
  // The earlier of the two days is what the other is compared with.
  const swap = against !== undefined && against < day;
  return {
    day,
    days,
    setDay,
    against,
    setAgainst,
    graph: against === undefined || swap ? shown : base.data,
    earlier: against === undefined || day === now ? undefined : swap ? base.data : shown,
  };
}
