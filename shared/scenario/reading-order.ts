import type { VersionView } from '../ipc/common.ts';
import type { RecordId } from '../model/ids.ts';
import { INTERVENTIONS, SCENARIO_KINDS } from '../model/records/scenario.ts';
import type { BodyOf } from '../model/records.ts';

type Scenario = BodyOf<'scenario'>;
/** What a version of a scenario says. */
export const bodyOf = ({ body }: VersionView): Scenario => body as Scenario;

/** Order for reading: by kind first for the deal to be averted, then by intervention, title and id. */
const rankOf = (view: VersionView): readonly (number | string)[] => {
  const { kind, intervention, title } = bodyOf(view);
  return [
    kind === 'unwantedDeal' ? 0 : 1,
    intervention === undefined ? INTERVENTIONS.length : INTERVENTIONS.indexOf(intervention),
    SCENARIO_KINDS.indexOf(kind),
    title.toLowerCase(),
    view.record,
  ];
};
const inOrder = (a: VersionView, b: VersionView): number => {
  const [x, y] = [rankOf(a), rankOf(b)];
  const place = x.findIndex((one, i) => one !== y[i]);
  return place < 0 ? 0 : (x[place] as number) < (y[place] as number) ? -1 : 1;
};

/** Scenarios of a company in the order of reading, one version each. */
export function scenariosOf(
  views: readonly VersionView[],
  company: RecordId,
  of: (record: RecordId) => RecordId,
): VersionView[] {
  const seen = new Set<RecordId>();
  return views
    .filter((view) => {
      if (view.type !== 'scenario' || of(bodyOf(view).company) !== company || seen.has(view.record))
        return false;
      seen.add(view.record);
      return true;
    })
    .toSorted(inOrder);
}
