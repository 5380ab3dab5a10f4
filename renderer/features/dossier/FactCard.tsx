import { Button, Text } from '@mantine/core';
import {
  IconAlertCircle,
  IconBulb,
  IconGitBranch,
  IconLinkOff,
  IconQuote,
  IconSitemap,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { VersionView } from '#shared/ipc/common.ts';
import type { ClaimView } from '#shared/ipc/dossier.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { isMissing } from '#shared/model/value.ts';
import { useT } from '../../app/language.ts';
import { classes } from '../../ui/classes.ts';
import { Chip, GradeBadge, MarkingBadge, RecordLink } from '../../ui/index.ts';
import { type ClaimTask, useEditor } from './editor.tsx';
import { FactMenu } from './FactMenu.tsx';
import { FactMeta } from './FactMeta.tsx';
import style from './facts.module.css';
import { formatValue } from './format.ts';
import { usePage } from './page.ts';
import { bodyOf } from './readings.ts';

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
            <Button
              size="compact-sm"
              variant="default"
              onClick={() =>
                open({ form: 'settle', ref: { record: claim.record, type: 'claim', label: name } })
              }
            >
              {t('dossier.facts.settle')}
            </Button>
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
