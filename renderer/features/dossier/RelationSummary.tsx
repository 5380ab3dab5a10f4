import { IconArrowsDiff, IconLinkOff } from '@tabler/icons-react';
import type { ClaimView } from '#shared/ipc/dossier.ts';
import { propertyOf } from '#shared/model/properties.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { isMissing } from '#shared/model/value.ts';
import { useT } from '../../app/language.ts';
import { Chip, GradeBadge } from '../../ui/index.ts';
import { NoSource } from './FactCard.tsx';
import { formatValue } from './format.ts';
import { usePage } from './page.ts';
import { bodyOf } from './readings.ts';
import style from './relations.module.css';

const OBVIOUS = 4;

/** Figures first, long words last; that the relation exists goes without saying, unless it is in doubt. */
const weight = ({ claim, body }: { readonly claim: ClaimView; readonly body: BodyOf<'claim'> }): number => {
  const { value } = body;
  if (claim.disputed || claim.unsourced || isMissing(value)) return 0;
  if (body.property === 'exists') return value.kind === 'yesNo' && value.yes ? OBVIOUS : 0;
  if (value.kind === 'number' || value.kind === 'range') return 1;
  return value.kind === 'text' ? 3 : 2;
};

/** What the facts of a relation come down to, in one line: values with their grades, and what asks attention. */
export function RelationSummary({ claims }: { readonly claims: readonly ClaimView[] }) {
  const t = useT();
  const { wording } = usePage();
  if (claims.length === 0) {
    return (
      <span className={style.noFact}>
        <IconLinkOff size={15} aria-hidden /> {t('dossier.relations.noFact')}
      </span>
    );
  }
  const facts = claims
    .flatMap((claim) => {
      const [version] = claim.versions;
      const body = version === undefined ? null : bodyOf(version, 'claim');
      if (body === null) return [];
      const name = propertyOf(body.property)?.label[wording.lang] ?? body.property;
      return [{ claim, body, name, text: formatValue(body.property, body.value, wording) }];
    })
    .sort((a, b) => weight(a) - weight(b))
    .filter((fact, place) => place === 0 || weight(fact) < OBVIOUS);
  return (
    <div className={style.summary}>
      {facts.slice(0, 3).map(({ claim, body, name, text }) => (
        <span key={claim.record} className={style.mini}>
          <span className={style.miniName}>{name}:</span>
          <strong>{text.length > 70 ? `${text.slice(0, 70).trimEnd()}…` : text}</strong>
          <GradeBadge reliability={body.reliability} credibility={body.credibility} />
          {claim.unsourced && <NoSource />}
          {claim.disputed && (
            <Chip tone="warn" icon={<IconArrowsDiff size={14} aria-hidden />}>
              {t('dossier.head.disputed')}
            </Chip>
          )}
        </span>
      ))}
      {facts.length > 3 && <span className={style.miniName}>+ {facts.length - 3}</span>}
    </div>
  );
}
