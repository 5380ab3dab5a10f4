import { useMemo } from 'react';
import { type BodyOf, ENTITY_TYPES } from '#shared/model/records.ts';
import type { Masker } from '#shared/neutrality/mask.ts';
import { useQueryCall } from '../../api/index.ts';
import { useLang } from '../../app/language.ts';
import type { ShownEvidence } from '../overview/EvidenceField.tsx';
import { useEvidence } from '../overview/useEvidence.ts';

/** Evidence with every hidden name replaced, and without a way to the page that shows them. */
type MaskedEvidence = Omit<ShownEvidence, 'href'>;

/**
 * All evidence of the case in masked words, in the order of those words: the order of the names would tell of them. Null
 * until it is read, so that nobody chooses from a list that still moves.
 */
export const useMaskedEvidence = (logId: string, masker: Masker | null) => {
  const lang = useLang();
  const all = useEvidence(logId);
  const query = useQueryCall('records.list', {
    logId,
    types: ['source', 'claim', 'relation', ...ENTITY_TYPES],
  });
  const { data } = query;
  const evidence = useMemo((): ReadonlyMap<string, MaskedEvidence> | null => {
    if (masker === null || data === undefined) return null;
    const bodies = new Map(data.map(({ record, body }) => [record as string, body]));
    const masked = [...all.values()].map(({ href: _, ...one }): MaskedEvidence => {
      const claim =
        one.kind === 'claim' ? (bodies.get(one.record) as BodyOf<'claim'> | undefined) : undefined;
      const title = claim?.source === undefined ? undefined : bodies.get(claim.source)?.title;
      return {
        ...one,
        label: masker.mask(one.label),
        from: typeof title === 'string' ? masker.mask(title) : undefined,
        quote: claim?.quote === undefined ? undefined : masker.mask(claim.quote),
      };
    });
    const collator = new Intl.Collator(lang, { numeric: true });
    const order = ({ kind }: MaskedEvidence) => (kind === 'source' ? 0 : 1);
    return new Map(
      masked
        .toSorted((a, b) => order(a) - order(b) || collator.compare(a.label, b.label))
        .map((one) => [one.record, one]),
    );
  }, [all, data, lang, masker]);
  return { query, evidence };
};
