import { Select, Text, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Property } from '#shared/model/properties.ts';
import { useT } from '../../../app/language.ts';
import { checkedValue } from '../claimDraft.ts';
import { formatCode } from '../format.ts';
import { useWording } from '../useWording.ts';
import { useFieldError } from './fieldsets.tsx';
import style from './forms.module.css';
import type { ValueProps } from './ValueField.tsx';

/** A number or code: a list where the list is closed, else typed, with the property's own check as it is typed. */
export function CodeField({ logId, property, draft, error, onChange }: ValueProps) {
  const t = useT();
  const say = useFieldError();
  const wording = useWording(logId);
  const [left, setLeft] = useState(false);
  if (property.codes !== undefined) {
    return (
      <Select
        label={t('dossier.form.value')}
        withAsterisk
        error={say(error)}
        data={property.codes.map((code) => ({ value: code, label: formatCode(property.id, code, wording) }))}
        value={draft.code === '' ? null : draft.code}
        allowDeselect={false}
        onChange={(code) => code && onChange({ code })}
      />
    );
  }
  const checked = draft.code.trim() === '' ? undefined : checkedValue(property.id, draft);
  const live = checked !== undefined && 'key' in checked && left ? checked : undefined;
  const passed =
    property.check !== undefined && checked !== undefined && 'kind' in checked && checked.kind === 'code'
      ? formatCode(property.id, checked.code, wording)
      : undefined;
  return (
    <TextInput
      label={t('dossier.form.value')}
      description={property.hint?.[wording.lang]}
      withAsterisk
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      error={say(error ?? live)}
      value={draft.code}
      onBlur={() => setLeft(true)}
      onChange={(event) => onChange({ code: event.currentTarget.value })}
      rightSectionWidth={passed === undefined ? undefined : 40}
      rightSection={
        passed === undefined ? undefined : <IconCircleCheck size={18} className={style.passed} aria-hidden />
      }
      inputContainer={(input) => (
        <>
          {input}
          <Text size="sm" role="status" mih={passed === undefined ? 0 : undefined}>
            {passed !== undefined && (
              <span className={style.passed}>
                {t(hasCheckDigit(property, draft.code) ? 'dossier.form.checkOk' : 'dossier.form.spellingOk', {
                  code: passed,
                })}
              </span>
            )}
          </Text>
        </>
      )}
    />
  );
}

/** KvK, establishment, SBI and country codes, and VAT numbers of other states, are judged on their spelling alone. */
const hasCheckDigit = (property: Property, code: string): boolean =>
  property.check === 'rsin' ||
  property.check === 'lei' ||
  (property.check === 'vat' && code.trim().toUpperCase().startsWith('NL'));
