import type { VersionView } from '../ipc/common.ts';
import type { RecordId } from '../model/ids.ts';
import type { BodyOf } from '../model/records.ts';

/** A live version as far as an export needs it. */
export type View = Pick<VersionView, 'record' | 'type' | 'digest' | 'marking' | 'body'>;
export type Claim = BodyOf<'claim'>;

/** A thing or a relation with everything that is said of it, and the sources of that. */
export type Told = {
  readonly main: View;
  readonly claims: readonly View[];
  readonly sources: readonly View[];
};

const byRecord = (a: View, b: View): number =>
  a.record < b.record ? -1 : a.record > b.record ? 1 : a.digest < b.digest ? -1 : 1;

/**
 * The live versions of a case with one version of each record, in a fixed order that does not depend on the order in
 * which they were written. `disputed` are records with several live versions, of which the one with the lowest digest
 * is taken.
 */
export class CaseFacts {
  readonly records: ReadonlyMap<RecordId, View>;
  readonly disputed: ReadonlySet<RecordId>;
  readonly #claims = new Map<string, View[]>();

  constructor(views: readonly View[]) {
    const records = new Map<RecordId, View>();
    const disputed = new Set<RecordId>();
    for (const view of [...views].sort(byRecord)) {
      if (records.has(view.record)) {
        disputed.add(view.record);
        continue;
      }
      records.set(view.record, view);
      if (view.type !== 'claim') continue;
      const { subject } = view.body as Claim;
      const group = this.#claims.get(subject);
      if (group) group.push(view);
      else this.#claims.set(subject, [view]);
    }
    this.records = records;
    this.disputed = disputed;
  }

  ofTypes(types: readonly string[]): readonly View[] {
    return [...this.records.values()].filter(({ type }) => types.includes(type));
  }

  tell(main: View): Told {
    const claims = this.#claims.get(main.record) ?? [];
    const cited = new Set(claims.map(({ body }) => (body as Claim).source));
    const sources = [...cited].flatMap((id) => {
      const source = id === undefined ? undefined : this.records.get(id);
      return source?.type === 'source' ? [source] : [];
    });
    return { main, claims, sources };
  }
}
