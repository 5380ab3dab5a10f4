import { ActionIcon, Menu, Text, UnstyledButton } from '@mantine/core';
import {
  IconAlertCircle,
  IconBulb,
  IconDots,
  IconGitBranch,
  IconHistory,
  IconLinkOff,
  IconPencil,
  IconQuote,
  IconSitemap,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { VersionView } from '#shared/ipc/common.ts';
import type { ClaimView } from '#shared/ipc/dossier.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { isMissing } from '#shared/model/value.ts';
import { useLocale, useT } from '../../app/language.ts';
import { classes } from '../../ui/classes.ts';
import {
  AuthorText,
  Chip,
  DateText,
  GradeBadge,
  MarkingBadge,
  partialDateText,
  RecordLink,
} from '../../ui/index.ts';
import { type ClaimTask, useEditor } from './editor.tsx';
import style from './facts.module.css';
import { formatValue } from './format.ts';
import { usePage } from './page.ts';
import { basesOf, bodyOf } from './readings.ts';

/** What facts are about: the party of the page, or one of its relations. */
export type Subject = Pick<ClaimTask, 'subject' | 'kind' | 'label' | 'page'>;

/** One fact; when people changed it apart from each other, all its versions. */
export function FactCard(props: {
  readonly claim: ClaimView;
  readonly name: string;
  readonly subject: Subject;
}) {
  const t = useT();
  const open = useEditor();
  const { highlight, readOnly } = usePage();
  const { claim, name } = props;
  const card = useRef<HTMLElement>(null);
  const here = highlight === claim.record;
  useEffect(() => {
    if (here) card.current?.scrollIntoView({ block: 'center' });
  }, [here]);
  const conflict = claim.versions.length > 1;
  return (
    <article
      ref={card}
      aria-label={name}
      className={classes(
        style.fact,
        claim.disputed && style.disputed,
        conflict && style.conflict,
        here && style.here,
      )}
    >
      {conflict && (
        <div className={style.conflictHead}>
          <Chip tone="warn" icon={<IconGitBranch size={14} aria-hidden />}>
            {t('dossier.facts.conflict', { count: claim.versions.length })}
          </Chip>
          <Text size="sm" flex={1}>
            {t('dossier.facts.conflictText')}
          </Text>
          {!readOnly && (
            <UnstyledButton
              className={style.link}
              onClick={() =>
                open({ form: 'settle', ref: { record: claim.record, type: 'claim', label: name } })
              }
            >
              {t('dossier.facts.settle')}
            </UnstyledButton>
          )}
        </div>
      )}
      <div className={conflict ? style.versions : undefined}>
        {claim.versions.map((version) => (
          <FactVersion key={version.digest} {...props} version={version} menu={!conflict} />
        ))}
      </div>
    </article>
  );
}

function FactVersion(props: {
  readonly claim: ClaimView;
  readonly version: VersionView;
  readonly name: string;
  readonly subject: Subject;
  readonly menu: boolean;
}) {
  const t = useT();
  const { wording } = usePage();
  const { claim, version } = props;
  const body = bodyOf(version, 'claim');
  if (body === null) return <Text fs="italic">{t('dossier.unreadable')}</Text>;
  const missing = isMissing(body.value);
  const reason = 'reason' in body.value ? body.value.reason : undefined;
  return (
    <div className={style.version}>
      <div className={style.top}>
        <div className={classes(style.value, missing && style.missing)}>
          {missing && <IconAlertCircle size={17} aria-hidden />}
          {body.value.kind === 'record' && claim.target !== undefined ? (
            <PageLink claim={claim} />
          ) : (
            <span>{formatValue(body.property, body.value, wording)}</span>
          )}
        </div>
        <div className={style.badges}>
          {claim.unsourced && <NoSource />}
          <GradeBadge reliability={body.reliability} credibility={body.credibility} />
          <CertaintyMark certainty={body.certainty} />
          <MarkingBadge marking={version.marking} />
        </div>
        {props.menu && <FactMenu {...props} />}
      </div>
      {reason && <Text size="sm">{t('dossier.facts.reason', { reason })}</Text>}
      <FactMeta claim={claim} version={version} body={body} />
      {body.note && (
        <Text size="sm" className="wb-prewrap" mt={4}>
          {body.note}
        </Text>
      )}
    </div>
  );
}

function PageLink({ claim }: { readonly claim: ClaimView }) {
  const { logId } = usePage();
  return claim.target === undefined ? null : <RecordLink logId={logId} to={claim.target} />;
}

/** Said aloud and in words: a fact that rests on nothing. */
export function NoSource() {
  const t = useT();
  return (
    <span title={t('dossier.facts.noSourceHelp')}>
      <Chip tone="warn" icon={<IconLinkOff size={14} aria-hidden />}>
        {t('dossier.facts.noSource')}
      </Chip>
    </span>
  );
}

const CERTAINTY_SIGN = { asserted: IconQuote, inferred: IconSitemap, assumption: IconBulb } as const;

function CertaintyMark({ certainty }: { readonly certainty: BodyOf<'claim'>['certainty'] }) {
  const t = useT();
  const Sign = CERTAINTY_SIGN[certainty];
  const word = t(`model.certainty.${certainty}`);
  const sign = <Sign size={13} aria-hidden />;
  return (
    <span title={t(`model.certaintyMeaning.${certainty}`)}>
      {certainty === 'asserted' ? (
        <span className={style.asserted}>
          {sign}
          {word}
        </span>
      ) : (
        <Chip icon={sign}>{word}</Chip>
      )}
    </span>
  );
}

/** Where the fact comes from, when it holds, and who wrote it down. */
function FactMeta(props: {
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

function FactMenu(props: { readonly claim: ClaimView; readonly name: string; readonly subject: Subject }) {
  const t = useT();
  const open = useEditor();
  const { readOnly } = usePage();
  const { claim, name, subject } = props;
  const [version] = claim.versions;
  if (version === undefined) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('dossier.facts.menu', { property: name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!readOnly && (
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => open({ form: 'claim', ...subject, marking: version.marking, claim })}
          >
            {t('common.edit')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconHistory size={16} aria-hidden />}
          onClick={() => open({ form: 'history', ref: { record: claim.record, type: 'claim', label: name } })}
        >
          {t('dossier.head.history')}
        </Menu.Item>
        {!readOnly && (
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() =>
              open({
                form: 'withdraw',
                record: claim.record,
                base: basesOf(claim.versions),
                text: t('dossier.withdraw.fact', { name }),
              })
            }
          >
            {t('common.withdraw')}…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
