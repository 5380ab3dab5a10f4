import { useMemo } from 'react';
import type { Marking } from '#shared/model/marking.ts';
import { propertyOf } from '#shared/model/properties.ts';
import { type BodyOf, ENTITY_TYPES } from '#shared/model/records.ts';
import { useQueryCall } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { hrefOf, tabOfType } from '../../app/router.ts';
import { formatValue } from '../dossier/format.ts';
import { useWording } from '../dossier/useWording.ts';

/** Something that a judgement can rest on: a source, or a fact with what it is about and what it says. */
export type Evidence = {
  readonly record: string;
  readonly kind: 'source' | 'claim';
  readonly label: string;
  readonly grade: string;
  readonly marking: Marking;
  readonly unsourced: boolean;
  readonly href: string;
};

/** All evidence of the case by record id, in words. Sources first, then facts by what they are about. */
export const useEvidence = (logId: string): ReadonlyMap<string, Evidence> => {
  const t = useT();
  const lang = useLang();
  const wording = useWording(logId);
  const { data } = useQueryCall('records.list', {
    logId,
    types: ['source', 'claim', 'relation', ...ENTITY_TYPES],
  });
  return useMemo(() => {
    const names = new Map((data ?? []).map((one) => [one.record as string, one]));
    const nameOf = (record: string): string => {
      const found = names.get(record);
      if (found?.type !== 'relation') return found?.label ?? '';
      const { kind, from, to } = found.body as BodyOf<'relation'>;
      return `${nameOf(from)} ${t(`words.relationKind.${kind}`)} ${nameOf(to)}`;
    };
    const placeOf = (record: string) => {
      const found = names.get(record);
      const target = found?.type === 'relation' ? (found.body as BodyOf<'relation'>).from : record;
      const type = names.get(target)?.type ?? 'company';
      return hrefOf({ screen: 'case', logId, tab: tabOfType(type), record: target });
    };
    const all = (data ?? []).flatMap((one): Evidence[] => {
      const { record, marking } = one;
      if (one.type === 'source') {
        const body = one.body as BodyOf<'source'>;
        const href = placeOf(record);
        return [
          {
            record,
            kind: 'source',
            label: body.title,
            grade: body.reliability,
            marking,
            unsourced: false,
            href,
          },
        ];
      }
      if (one.type !== 'claim') return [];
      const body = one.body as BodyOf<'claim'>;
      const property = propertyOf(body.property)?.label[lang] ?? body.property;
      const value = formatValue(body.property, body.value, wording);
      return [
        {
          record,
          kind: 'claim',
          label: `${nameOf(body.subject)} · ${property}: ${value}`,
          grade: `${body.reliability}${body.credibility}`,
          marking,
          unsourced: body.source === undefined && body.basis.length === 0 && body.certainty !== 'assumption',
          href: placeOf(body.subject),
        },
      ];
    });
    const order = (one: Evidence) => (one.kind === 'source' ? 0 : 1);
    const collator = new Intl.Collator(lang, { numeric: true });
    const sorted = all.toSorted((a, b) => order(a) - order(b) || collator.compare(a.label, b.label));
    return new Map(sorted.map((one) => [one.record, one]));
  }, [data, lang, logId, t, wording]);
};
