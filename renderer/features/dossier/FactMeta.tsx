import { UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import type { VersionView } from '#shared/ipc/common.ts';
import type { ClaimView } from '#shared/ipc/dossier.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { useLocale, useT } from '../../app/language.ts';
import { AuthorText, DateText, partialDateText, RecordLink } from '../../ui/index.ts';
import style from './facts.module.css';
import { usePage } from './page.ts';

/** Where the fact comes from, when it holds, and who wrote it down. */
export function FactMeta(props: {
  readonly claim: ClaimView;
  readonly version: VersionView;
  readonly body: BodyOf<'claim'>;
}) {
  const t = useT();
  const id = useId();
  const { logId } = usePage();
  const [quoted, setQuoted] = useState(false);
  const { claim, version, body } = props;
  return (
    <>
      <div className={style.meta}>
        {claim.source !== undefined && (
          <span>
            <RecordLink logId={logId} to={claim.source} />
            {body.page !== undefined && `, ${t('dossier.facts.page', { page: body.page })}`}
          </span>
        )}
        {body.basis.length > 0 && <span>{t('dossier.facts.basis', { count: body.basis.length })}</span>}
        {body.quote !== undefined && (
          <UnstyledButton
            className={style.link}
            aria-expanded={quoted}
            aria-controls={id}
            title={body.quote}
            onClick={() => setQuoted(!quoted)}
          >
            {t(quoted ? 'dossier.facts.hideQuote' : 'dossier.facts.showQuote')}
          </UnstyledButton>
        )}
        <Period from={body.validFrom} to={body.validTo} />
        <span>
          <AuthorText author={version.author} />, <DateText instant={version.time} />
        </span>
      </div>
      {body.quote !== undefined && (
        <blockquote id={id} className={style.quote} hidden={!quoted}>
          {body.quote}
        </blockquote>
      )}
    </>
  );
}

/** From when to when a thing holds; nothing when both ends are open. */
export function Period({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}) {
  const t = useT();
  const locale = useLocale();
  if (from === undefined && to === undefined) return null;
  const start = from === undefined ? '' : partialDateText(locale, from);
  const end = to === undefined ? '' : partialDateText(locale, to);
  if (from === undefined) return <span>{t('dossier.facts.to', { to: end })}</span>;
  if (to === undefined) return <span>{t('dossier.facts.from', { from: start })}</span>;
  return <span>{from === to ? start : t('dossier.facts.period', { from: start, to: end })}</span>;
}
