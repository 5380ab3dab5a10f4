import { useCallback } from 'react';
import type { TextKey } from '#shared/i18n/index.ts';
import type { Field, Role } from '#shared/import/table/fields.ts';
import type { TableMapping } from '#shared/import/table/mapping.ts';
import { propertyOf } from '#shared/model/properties.ts';
import { useLang, useT } from '../../app/language.ts';

/** What the two ends of a relation are called: an interest has a holder, a supply a supplier. */
const ENDS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  owns: ['holder', 'held'],
  controls: ['holder', 'held'],
  supplies: ['supplier', 'customer'],
};

type Chosen = Pick<TableMapping, 'relationKind'>;

/** The name of a role in a table of this kind. */
export const useRoleWord = (): ((role: Role, mapping: Chosen) => string) => {
  const t = useT();
  return useCallback(
    (role, { relationKind }) => {
      const [from, to] = ENDS[relationKind] ?? ['from', 'to'];
      const word = role === 'from' ? from : role === 'to' ? to : 'subject';
      return t(`imports.role.${word}` as TextKey);
    },
    [t],
  );
};

/** The name of a field that a column can be mapped to. */
export const useFieldWord = (): ((field: Field, mapping: Chosen) => string) => {
  const t = useT();
  const lang = useLang();
  const roleWord = useRoleWord();
  return useCallback(
    ({ id, property, bound }, mapping) => {
      if (property !== undefined) {
        const name = property.label[lang];
        return bound === undefined ? name : t(`imports.field.${bound}`, { name });
      }
      const [word = id, part] = id.split('.');
      if (word === 'from' || word === 'to' || word === 'subject') {
        const role = roleWord(word, mapping);
        if (part === undefined) return t('imports.field.party', { role });
        if (part === 'key') return t('imports.field.key', { role });
        return t('imports.field.identifier', { role, name: propertyOf(part)?.label[lang] ?? part });
      }
      return id === 'key' ? t('imports.field.ownKey') : t(`model.field.${id}` as TextKey);
    },
    [t, lang, roleWord],
  );
};
