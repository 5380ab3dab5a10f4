import { Button, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconGitBranch, IconPlus } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { RecordRef } from '#shared/ipc/common.ts';
import type { RelationView } from '#shared/ipc/dossier.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { RELATION_KINDS } from '#shared/model/vocabulary.ts';
import { useT } from '../../app/language.ts';
import { classes } from '../../ui/classes.ts';
import { Chip, MarkingBadge, RecordLink } from '../../ui/index.ts';
import { useEditor } from './editor.tsx';
import type { Subject } from './FactCard.tsx';
import { Period } from './FactMeta.tsx';
import { type AddFact, RelationFacts } from './FactSections.tsx';
import { usePage } from './page.ts';
import { RelationMenu } from './RelationMenu.tsx';
import { RelationSummary } from './RelationSummary.tsx';
import { bodyOf } from './readings.ts';
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
          <RelationSummary claims={relation.claims} />
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
