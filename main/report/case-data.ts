import { withinCeiling } from '#shared/dossier/compose/scope.ts';
import type { DossierInput } from '#shared/dossier/compose.ts';
import { translator } from '#shared/i18n/index.ts';
import { canonicalBytes } from '#shared/model/canonical.ts';
import type { Attachment } from '../pdf/attach.ts';

/**
 * The case as data, to go along inside the document: every live record within the ceiling with its body, marking and
 * version digest, in canonical JSON (RFC 8785), so that the same case gives the same bytes.
 */
export function caseData({ lang, logId, digest, views, ceiling }: DossierInput): Attachment {
  const records = withinCeiling(views, ceiling)
    .views.map(({ record, type, digest: version, marking, body }) => ({
      record,
      type,
      digest: version,
      marking,
      body,
    }))
    .toSorted((a, b) => (a.record + a.digest < b.record + b.digest ? -1 : 1));
  return {
    name: 'case.json',
    mime: 'application/json',
    bytes: canonicalBytes({ format: 'waarborg-case', version: 1, case: logId, state: digest, records }),
    description: translator(lang)('document.account.embedded'),
  };
}
