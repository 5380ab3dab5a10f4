import {
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { RecordId } from '#shared/model/ids.ts';
import type { Property } from '#shared/model/properties.ts';
import type { Unit } from '#shared/model/value.ts';
import { useLang, useT } from '../../../app/language.ts';
import { isMissingKind, type ValueDraft } from '../claimDraft.ts';
import type { FieldError } from '../fieldError.ts';
import { useEntities } from '../useWording.ts';
import { CodeField } from './CodeField.tsx';
import { useFieldError } from './fieldsets.tsx';
import { PartySelect } from './PartySelect.tsx';

export type ValueProps = {
  readonly logId: string;
  readonly property: Property;
  readonly draft: ValueDraft;
  readonly error: FieldError | undefined;
  readonly onChange: (part: Partial<ValueDraft>) => void;
};

const MISSING = ['unknown', 'undisclosed', 'notApplicable'] as const;

/** The value of a fact in the form that its property asks, or in which way it is missing. */
export function ValueField(props: ValueProps) {
  const t = useT();
  const { property, draft, onChange } = props;
  const missing = isMissingKind(draft.kind);
  const firstKind = property.values[0] ?? 'text';
  return (
    <Stack gap="sm">
      <Stack gap={4}>
        <Text size="sm" fw={600} id="value-known">
          {t('dossier.form.missingKind')}
        </Text>
        <SegmentedControl
          aria-labelledby="value-known"
          fullWidth
          value={missing ? draft.kind : 'known'}
          data={[
            { value: 'known', label: t('dossier.form.known') },
            ...MISSING.map((kind) => ({ value: kind, label: t(`model.valueKind.${kind}`) })),
          ]}
          onChange={(kind) => {
            if (kind === 'known') onChange({ kind: firstKind });
            else {
              const chosen = MISSING.find((one) => one === kind);
              if (chosen) onChange({ kind: chosen });
            }
          }}
        />
      </Stack>
      {isMissingKind(draft.kind) ? (
        <TextInput
          label={t('dossier.form.reason')}
          description={t(`model.missing.${draft.kind}`)}
          value={draft.reason}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      ) : (
        <>
          {property.values.length > 1 && (
            <SegmentedControl
              aria-label={t('dossier.form.kind')}
              value={draft.kind}
              data={property.values.map((kind) => ({ value: kind, label: t(`model.valueKind.${kind}`) }))}
              onChange={(kind) => {
                const chosen = property.values.find((one) => one === kind);
                if (chosen) onChange({ kind: chosen });
              }}
            />
          )}
          <KnownValue {...props} />
        </>
      )}
    </Stack>
  );
}

function KnownValue(props: ValueProps) {
  const t = useT();
  const say = useFieldError();
  const { draft, onChange, logId } = props;
  const label = t('dossier.form.value');
  const error = say(props.error);
  switch (draft.kind) {
    case 'code':
      return <CodeField {...props} />;
    case 'number':
      return (
        <Group align="flex-start" wrap="nowrap">
          <NumberField
            label={label}
            value={draft.number}
            error={error}
            onChange={(number) => onChange({ number })}
          />
          <UnitSelect {...props} />
        </Group>
      );
    case 'range':
      return (
        <Group align="flex-start" wrap="nowrap">
          <NumberField
            label={t('dossier.form.min')}
            value={draft.min}
            error={error}
            onChange={(min) => onChange({ min })}
          />
          <NumberField
            label={t('dossier.form.max')}
            value={draft.max}
            onChange={(max) => onChange({ max })}
          />
          <UnitSelect {...props} />
        </Group>
      );
    case 'date':
      return (
        <TextInput
          label={label}
          description={t('dossier.form.dateHint')}
          withAsterisk
          error={error}
          value={draft.date}
          onChange={(event) => onChange({ date: event.currentTarget.value })}
        />
      );
    case 'yesNo':
      return (
        <Select
          label={label}
          withAsterisk
          error={error}
          data={[
            { value: 'yes', label: t('common.yes') },
            { value: 'no', label: t('common.no') },
          ]}
          value={draft.yes === null ? null : draft.yes ? 'yes' : 'no'}
          allowDeselect={false}
          onChange={(value) => onChange({ yes: value === 'yes' })}
        />
      );
    case 'record':
      return (
        <RecordField logId={logId} label={label} value={draft.record} error={error} onChange={onChange} />
      );
    default:
      return (
        <Textarea
          label={label}
          withAsterisk
          minRows={2}
          error={error}
          value={draft.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      );
  }
}

function RecordField(props: {
  readonly logId: string;
  readonly label: string;
  readonly value: RecordId | null;
  readonly error: string | undefined;
  readonly onChange: (part: Partial<ValueDraft>) => void;
}) {
  const { data } = useEntities(props.logId);
  return (
    <PartySelect
      label={props.label}
      parties={data ?? []}
      value={props.value}
      error={props.error}
      onChange={(record) => props.onChange({ record })}
    />
  );
}

function NumberField(props: {
  readonly label: string;
  readonly value: number | string;
  readonly error?: string | undefined;
  readonly onChange: (value: number | string) => void;
}) {
  const dutch = useLang() === 'nl';
  return (
    <NumberInput
      flex={1}
      label={props.label}
      hideControls
      thousandSeparator={dutch ? '.' : ','}
      decimalSeparator={dutch ? ',' : '.'}
      value={props.value}
      error={props.error}
      onChange={props.onChange}
    />
  );
}

function UnitSelect({ property, draft, onChange }: ValueProps) {
  const t = useT();
  const units: readonly Unit[] = property.units ?? [draft.unit];
  return (
    <Select
      w={180}
      label={t('dossier.form.unit')}
      data={units.map((unit) => ({ value: unit, label: t(`words.unit.${unit}`) }))}
      value={draft.unit}
      allowDeselect={false}
      disabled={units.length < 2}
      onChange={(unit) => unit && onChange({ unit })}
    />
  );
}
