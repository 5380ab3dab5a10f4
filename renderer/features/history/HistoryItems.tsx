import { Text } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../../app/language.ts';
import { Chip, MarkingBadge, RecordLink, useRecordName } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type Body, fieldName, fieldText } from '../dossier/fields.ts';
import { useWording } from '../dossier/useWording.ts';
import style from './history.module.css';
import type { Entry } from './useHistory.ts';

type Item = Entry['items'][number];

/** What a step touched, each with its members before and after. */
export function HistoryItems({ items, more }: { readonly items: readonly Item[]; readonly more: number }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details className={style.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('history.details', { count: items.length + more })}</summary>
      {open && items.map((item) => <TouchedRecord key={item.ref.record} item={item} />)}
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t('history.moreItems', { count: more })}
        </Text>
      )}
    </details>
  );
}

function TouchedRecord({ item }: { readonly item: Item }) {
  const t = useT();
  const nameOf = useRecordName();
  const { logId } = useCase();
  const wording = useWording(logId);
  const { ref, about } = item;
  const target = ref.type === 'claim' && about !== undefined ? about : ref;
  const body = (side: 'before' | 'after'): Body =>
    Object.fromEntries(
      item.fields.flatMap(({ field, [side]: value }) => (value === undefined ? [] : [[field, value]])),
    );
  const changed = item.what === 'changed';
  const before = body('before');
  const after = body('after');
  return (
    <div className={style.item}>
      <div className={style.itemHead}>
        <Chip>{t(`history.what.${item.what}`)}</Chip>
        <Text size="sm" c="dimmed">
          {t(`words.type.${ref.type}`)}
        </Text>
        <Text size="sm" fw={600}>
          <RecordLink logId={logId} to={target}>
            {nameOf(ref)}
          </RecordLink>
          {about !== undefined && ` ${t('history.about', { name: about.label })}`}
        </Text>
        <MarkingBadge marking={ref.marking} />
      </div>
      {item.fields.length > 0 && (
        <table className={style.fields}>
          <thead>
            <tr>
              <th scope="col">{t('history.field')}</th>
              {changed && <th scope="col">{t('history.before')}</th>}
              <th scope="col">{changed ? t('history.after') : t('history.value')}</th>
            </tr>
          </thead>
          <tbody>
            {item.fields.map(({ field }) => (
              <tr key={field}>
                <th scope="row">{fieldName(field, wording)}</th>
                {changed && <td>{fieldText(ref.type, field, before, wording) ?? <Absent />}</td>}
                <td>
                  {fieldText(ref.type, field, item.what === 'withdrawn' ? before : after, wording) ?? (
                    <Absent />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Absent() {
  const t = useT();
  return (
    <Text component="span" size="sm" c="dimmed" fs="italic">
      {t('history.absent')}
    </Text>
  );
}
