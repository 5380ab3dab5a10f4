import { Select, Text } from '@mantine/core';
import type { TextKey } from '#shared/i18n/index.ts';
import type { AskedOptions, TableMapping } from '#shared/import/table/mapping.ts';
import type { ImportFormatId, Inspection } from '#shared/ipc/imports.ts';
import { ENTITY_TYPES, type EntityType } from '#shared/model/records.ts';
import { RELATION_KINDS } from '#shared/model/vocabulary.ts';
import { useT } from '../../app/language.ts';
import { Panel } from '../../ui/index.ts';
import { useRoleWord } from './fieldWords.ts';
import style from './imports.module.css';
import { MappingTable } from './MappingTable.tsx';
import { ReadingFields } from './ReadingFields.tsx';
import { SavedMappings } from './SavedMappings.tsx';
import type { Shape } from './useImport.ts';

/** Kinds of table as people know them; interests and supplies are relations of one kind. */
const KINDS = ['entities', 'owns', 'supplies', 'relations', 'claims'] as const;
type Kind = (typeof KINDS)[number];

const kindOf = ({ shape, relationKind }: TableMapping): Kind => {
  if (shape !== 'relations') return shape;
  return relationKind === 'owns' || relationKind === 'supplies' ? relationKind : 'relations';
};
const shapeFor = (kind: Kind): Shape => {
  if (kind === 'entities' || kind === 'claims') return { shape: kind };
  return { shape: 'relations', relationKind: kind === 'relations' ? 'controls' : kind };
};

/** What a row of the table is, how its text is read, and what each column means. */
export function TablePanel(props: {
  readonly table: NonNullable<Inspection['table']>;
  readonly format: ImportFormatId;
  readonly mapping: TableMapping;
  readonly onMapping: (mapping: TableMapping) => void;
  /** Another kind of table, or another way of reading it: the columns are suggested anew. */
  readonly onReread: (options: AskedOptions, shape: Shape) => void;
}) {
  const t = useT();
  const { table, mapping, onMapping, onReread } = props;
  const kind = kindOf(mapping);
  const { columns: _, ...shape } = mapping;
  // Another sheet or header is another table: what it is about is looked at anew.
  const { decimals, dates } = shape;
  const again = (part: Shape) => onReread(table.options, { ...shape, ...part });
  return (
    <Panel title={t('imports.table.title')}>
      <Text c="dimmed">{t('imports.table.lead')}</Text>
      <SavedMappings table={table} mapping={mapping} onMapping={onMapping} />
      <div className={style.fields}>
        <Select
          label={t('imports.table.shape')}
          data={KINDS.map((one) => ({ value: one, label: t(`imports.table.shapes.${one}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(value) => {
            const next = KINDS.find((one) => one === value);
            if (next !== undefined) again(shapeFor(next));
          }}
        />
        <TypeFields mapping={mapping} kind={kind} onShape={again} />
      </div>
      <ReadingFields
        table={table}
        format={props.format}
        mapping={mapping}
        onMapping={onMapping}
        onReread={(options) => onReread({ ...table.options, ...options }, { decimals, dates })}
      />
      <MappingTable table={table} mapping={mapping} onMapping={onMapping} />
    </Panel>
  );
}

/** Types of the parties that a row names, and the kind of relation between them. */
function TypeFields(props: {
  readonly mapping: TableMapping;
  readonly kind: Kind;
  readonly onShape: (shape: Shape) => void;
}) {
  const t = useT();
  const roleWord = useRoleWord();
  const { mapping, kind, onShape } = props;
  const types = ENTITY_TYPES.map((type) => ({ value: type, label: t(`words.type.${type}`) }));
  const typeSelect = (label: string, value: EntityType, onType: (type: EntityType) => void) => (
    <Select
      label={label}
      data={types}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => {
        const type = ENTITY_TYPES.find((one) => one === chosen);
        if (type !== undefined) onType(type);
      }}
    />
  );
  if (kind === 'entities' || kind === 'claims') {
    const label = t(kind === 'claims' ? 'imports.table.subjectType' : 'imports.table.entityType');
    return typeSelect(label, mapping.entityType, (entityType) => onShape({ entityType }));
  }
  const role = (end: 'from' | 'to') => t('imports.table.partyType', { role: roleWord(end, mapping) });
  return (
    <>
      {kind === 'relations' && (
        <Select
          label={t('imports.table.relationKind')}
          data={RELATION_KINDS.map((one) => ({
            value: one,
            label: t(`words.relationKind.${one}` as TextKey),
          }))}
          value={mapping.relationKind}
          allowDeselect={false}
          onChange={(chosen) => {
            const relationKind = RELATION_KINDS.find((one) => one === chosen);
            if (relationKind !== undefined) onShape({ relationKind });
          }}
        />
      )}
      {typeSelect(role('from'), mapping.fromType, (fromType) => onShape({ fromType }))}
      {typeSelect(role('to'), mapping.toType, (toType) => onShape({ toType }))}
    </>
  );
}
