import { ActionIcon, Button, Menu, Text, Title, UnstyledButton } from '@mantine/core';
import {
  IconArrowsDiff,
  IconChevronDown,
  IconChevronRight,
  IconDots,
  IconGitBranch,
  IconHistory,
  IconLinkOff,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { RecordRef } from '#shared/ipc/common.ts';
import type { ClaimView, RelationView } from '#shared/ipc/dossier.ts';
import { propertyOf } from '#shared/model/properties.ts';
import { type BodyOf, RELATION_KINDS } from '#shared/model/records.ts';
import { isMissing } from '#shared/model/value.ts';
import { useT } from '../../app/language.ts';
import { classes } from '../../ui/classes.ts';
import { Chip, GradeBadge, MarkingBadge, RecordLink } from '../../ui/index.ts';
import { useEditor } from './editor.tsx';
import { NoSource, Period, type Subject } from './FactCard.tsx';
import { type AddFact, RelationFacts } from './FactSections.tsx';
import { formatValue } from './format.ts';
import { usePage } from './page.ts';
import { basesOf, bodyOf } from './readings.ts';
import style from './relations.module.css';
import { TypeIcon } from './TypeIcon.tsx';

type Known = { readonly relation: RelationView; readonly body: BodyOf<'relation'> };

/** Relations by kind and direction in the order of the model, read from this party: "holds an interest in". */
export function Relations(props: { readonly relations: readonly RelationView[]; readonly self: RecordRef }) {
  const t = useT();
  const known: Known[] = props.relations.flatMap((relation) => {
    const [version] = relation.versions;
    const body = version === undefined ? null : bodyOf(version, 'relation');
    return body === null ? [] : [{ relation, body }];
  });
  const groups = RELATION_KINDS.flatMap((kind) =>
    (['in', 'out'] as const).map((direction) => ({
      kind,
      direction,
      members: known.filter(({ relation, body }) => body.kind === kind && relation.direction === direction),
    })),
  ).filter(({ members }) => members.length > 0);
  if (groups.length === 0) return <Text c="dimmed">{t('dossier.relations.none')}</Text>;
  return groups.map(({ kind, direction, members }) => (
    <section key={`${kind}-${direction}`} className={style.kind}>
      <Title order={3} size="h4" className={style.heading}>
        <span className={style.phrase}>
          {t(direction === 'out' ? `words.relationKind.${kind}` : `words.relationKindIn.${kind}`)}
        </span>
        <span className={style.count}>{members.length}</span>
      </Title>
      <ul className={style.list}>
        {members.map(({ relation, body }) => (
          <Relation key={relation.record} relation={relation} body={body} self={props.self} />
        ))}
      </ul>
    </section>
  ));
}

function Relation({ relation, body, self }: Known & { readonly self: RecordRef }) {
  const t = useT();
  const id = useId();
  const open = useEditor();
  const { logId, readOnly, highlight } = usePage();
  const row = useRef<HTMLLIElement>(null);
  const here = highlight === relation.record || relation.claims.some((claim) => claim.record === highlight);
  const [shown, setShown] = useState(here);
  useEffect(() => {
    if (!here) return;
    setShown(true);
    if (highlight === relation.record) row.current?.scrollIntoView({ block: 'center' });
  }, [here, highlight, relation.record]);

  const marking = relation.versions[0]?.marking ?? self.marking;
  const label = `${self.label} – ${relation.other.label}`;
  const subject: Subject = { subject: relation.record, kind: body.kind, label, page: self.record };
  const add: AddFact = (where) => open({ form: 'claim', ...subject, marking, ...where });
  const conflict = relation.versions.length > 1;
  return (
    <li ref={row} className={classes(style.relation, highlight === relation.record && style.here)}>
      <div className={style.row}>
        <span className={style.icon}>
          <TypeIcon type={relation.other.type} />
        </span>
        <div className={style.main}>
          <div className={style.party}>
            <RecordLink logId={logId} to={relation.other} />
            <span className={style.type}>{t(`words.type.${relation.other.type}`)}</span>
            {body.label !== undefined && <span className={style.note}>{body.label}</span>}
            <span className={style.note}>
              <Period from={body.validFrom} to={body.validTo} />
            </span>
            {marking !== 'open' && <MarkingBadge marking={marking} />}
          </div>
          <Summary claims={relation.claims} />
        </div>
        {conflict && (
          <Chip tone="warn" icon={<IconGitBranch size={14} aria-hidden />}>
            {t('dossier.facts.conflict', { count: relation.versions.length })}
          </Chip>
        )}
        {relation.claims.length > 0 ? (
          <UnstyledButton
            className={style.toggle}
            aria-expanded={shown}
            aria-controls={id}
            onClick={() => setShown(!shown)}
          >
            {shown ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
            {shown
              ? t('dossier.relations.hide')
              : t('dossier.relations.show', { count: relation.claims.length })}
            <span className="wb-hidden">: {relation.other.label}</span>
          </UnstyledButton>
        ) : (
          !readOnly && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={15} aria-hidden />}
              aria-label={`${t('dossier.relations.addFact')}: ${relation.other.label}`}
              onClick={() => add({})}
            >
              {t('dossier.head.addFact')}
            </Button>
          )
        )}
        <RelationMenu relation={relation} self={self} onAdd={() => add({})} />
      </div>
      <div id={id} hidden={!shown} className={style.facts}>
        {shown && <RelationFacts claims={relation.claims} subject={subject} onAdd={add} />}
      </div>
    </li>
  );
}

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
function Summary({ claims }: { readonly claims: readonly ClaimView[] }) {
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

function RelationMenu(props: {
  readonly relation: RelationView;
  readonly self: RecordRef;
  readonly onAdd: () => void;
}) {
  const t = useT();
  const open = useEditor();
  const { readOnly } = usePage();
  const { relation, self } = props;
  const { label } = relation.other;
  const ref = { record: relation.record, type: 'relation' as const, label: `${self.label} – ${label}` };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('dossier.relations.menu', { name: label })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!readOnly && (
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={props.onAdd}>
            {t('dossier.head.addFact')}
          </Menu.Item>
        )}
        {!readOnly && relation.versions.length > 1 && (
          <Menu.Item
            leftSection={<IconGitBranch size={16} aria-hidden />}
            onClick={() => open({ form: 'settle', ref })}
          >
            {t('dossier.facts.settle')}
          </Menu.Item>
        )}
        {!readOnly && (
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() =>
              open({
                form: 'relation',
                from: self.record,
                label: self.label,
                marking: self.marking,
                relation,
              })
            }
          >
            {t('common.edit')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconHistory size={16} aria-hidden />}
          onClick={() => open({ form: 'history', ref })}
        >
          {t('dossier.head.history')}
        </Menu.Item>
        {!readOnly && (
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() =>
              open({
                form: 'withdraw',
                record: relation.record,
                base: basesOf(relation.versions),
                text: t('dossier.withdraw.relation', { name: label }),
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
