import { ActionIcon, Button, Group, Text, Title } from '@mantine/core';
import { IconArrowsDiff, IconPlus } from '@tabler/icons-react';
import type { ClaimView } from '#shared/ipc/dossier.ts';
import { SECTIONS, type Section } from '#shared/model/properties.ts';
import { useT } from '../../app/language.ts';
import { classes } from '../../ui/classes.ts';
import { Chip } from '../../ui/index.ts';
import { FactCard, type Subject } from './FactCard.tsx';
import style from './facts.module.css';
import { emptySections, type FactGroup, groupFacts, sectionFacts } from './facts.ts';
import { usePage } from './page.ts';

/** Facts of a party by section; sections without facts are named together at the end, each with a way to add. */
export function FactSections(props: {
  readonly claims: readonly ClaimView[];
  readonly all: readonly ClaimView[];
  readonly subject: Subject;
  readonly onAdd: AddFact;
}) {
  const t = useT();
  const { wording, readOnly } = usePage();
  const sections = sectionFacts(props.claims);
  const empty = emptySections(props.all, props.subject.kind);
  return (
    <>
      {sections.map(({ section, groups }) => {
        const title = section === null ? t('dossier.facts.otherSection') : SECTIONS[section][wording.lang];
        return (
          <section key={section ?? 'other'} className={style.section} aria-label={title}>
            <Group justify="space-between" className={style.sectionHead}>
              <Title order={3} size="h4">
                {title}
              </Title>
              {!readOnly && section !== null && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconPlus size={15} aria-hidden />}
                  aria-label={t('dossier.facts.addIn', { section: title })}
                  onClick={() => props.onAdd({ section })}
                >
                  {t('common.add')}
                </Button>
              )}
            </Group>
            <FactGroups groups={groups} subject={props.subject} onAdd={props.onAdd} />
          </section>
        );
      })}
      {!readOnly && empty.length > 0 && (
        <div className={style.empties}>
          <Text size="sm" fw={600} c="dimmed">
            {t('dossier.facts.stillEmpty')}
          </Text>
          <Group gap={6}>
            {empty.map((section) => {
              const title = SECTIONS[section][wording.lang];
              return (
                <Button
                  key={section}
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconPlus size={15} aria-hidden />}
                  aria-label={t('dossier.facts.addIn', { section: title })}
                  onClick={() => props.onAdd({ section })}
                >
                  {title}
                </Button>
              );
            })}
          </Group>
        </div>
      )}
    </>
  );
}

export type AddFact = (where: { readonly section?: Section; readonly property?: string }) => void;

/** Facts by property: the name on the left, what is claimed on the right; rival claims side by side. */
export function FactGroups(props: {
  readonly groups: readonly FactGroup[];
  readonly subject: Subject;
  readonly onAdd: AddFact;
}) {
  const { wording } = usePage();
  return (
    <div className={style.groups}>
      {props.groups.map((group) => {
        const name = group.property?.label[wording.lang] ?? group.id;
        return <Row key={group.id} group={group} name={name} subject={props.subject} onAdd={props.onAdd} />;
      })}
    </div>
  );
}

function Row(props: {
  readonly group: FactGroup;
  readonly name: string;
  readonly subject: Subject;
  readonly onAdd: AddFact;
}) {
  const t = useT();
  const { readOnly } = usePage();
  const { group, name } = props;
  const disputed = group.claims.filter((claim) => claim.disputed).length;
  return (
    <div className={style.group}>
      <div className={style.label}>
        <span className={style.name}>
          {name}
          {!readOnly && group.property !== undefined && (
            <ActionIcon
              className={style.addTo}
              size="sm"
              variant="subtle"
              aria-label={t('dossier.facts.addTo', { property: name })}
              title={t('dossier.facts.addTo', { property: name })}
              onClick={() => props.onAdd({ property: group.id })}
            >
              <IconPlus size={15} aria-hidden />
            </ActionIcon>
          )}
        </span>
        {disputed > 0 && (
          <Chip tone="warn" icon={<IconArrowsDiff size={14} aria-hidden />}>
            {t('dossier.facts.disputed', { count: disputed })}
          </Chip>
        )}
      </div>
      <div className={classes(style.claims, disputed > 1 && style.rivals)}>
        {group.claims.map((claim) => (
          <FactCard key={claim.record} claim={claim} name={name} subject={props.subject} />
        ))}
      </div>
    </div>
  );
}

/** All facts of a relation: few, so without sections. */
export function RelationFacts(props: {
  readonly claims: readonly ClaimView[];
  readonly subject: Subject;
  readonly onAdd: AddFact;
}) {
  return <FactGroups groups={groupFacts(props.claims)} subject={props.subject} onAdd={props.onAdd} />;
}
