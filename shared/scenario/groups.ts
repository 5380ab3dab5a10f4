import type { VersionView } from '../ipc/common.ts';
import type { RecordId } from '../model/ids.ts';
import type { Step } from '../model/records/scenario.ts';
import type { Holding } from '../ownership/interest.ts';
import { nodeOfParty } from './run.ts';

/** The group of the parties that are tied to a foreign state. */
export const STATE_GROUP = 'state';

/** Who gets shares, votes or rights to them in a scenario. */
export const investorsOf = (steps: readonly Step[]): string[] =>
  steps.flatMap((step) =>
    step.kind === 'issue'
      ? [nodeOfParty(step.investor)]
      : step.kind === 'transfer'
        ? [nodeOfParty(step.to)]
        : step.kind === 'convertible' || step.kind === 'warrants'
          ? [nodeOfParty(step.holder)]
          : step.kind === 'certify'
            ? [nodeOfParty(step.trustee)]
            : [],
  );

type Entity = { readonly country?: string };

/** Foreign public bodies among the holders of these interests. */
export function foreignStates(
  views: readonly VersionView[],
  holdings: readonly Holding[],
  of: (record: RecordId) => RecordId,
): RecordId[] {
  const holders = new Set<string>(holdings.map(({ holder }) => holder));
  return views.flatMap(({ type, record, body }) => {
    const { country } = body as Entity;
    const foreign = type === 'publicBody' && country !== undefined && country !== 'NL';
    return foreign && holders.has(of(record)) ? [of(record)] : [];
  });
}
