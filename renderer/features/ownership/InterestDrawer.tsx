import { Drawer, Stack } from '@mantine/core';
import type { RecordId } from '#shared/model/ids.ts';
import { type Task, useEditor } from '../dossier/editor.tsx';
import { ClaimActions, Relation } from './InterestEditing.tsx';
import { InterestFigures } from './InterestFigures.tsx';
import { InterestFlags } from './InterestFlags.tsx';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';

/** One interest with everything that is said of it, to be changed in place: a form takes the drawer's turn. */
export function InterestDrawer(props: { readonly relation: RecordId; readonly onClose: () => void }) {
  const { words, interests, nameOf } = useStudy();
  const { t } = words;
  const open = useEditor();
  const interest = interests.get(props.relation);
  if (interest === undefined) return null;
  const edit = (task: Task) => {
    props.onClose();
    open(task);
  };
  return (
    <Drawer
      opened
      onClose={props.onClose}
      position="right"
      size={460}
      title={t('ownership.interest.describe', {
        from: nameOf(interest.from),
        kind: t(`words.relationKind.${interest.kind}`),
        to: nameOf(interest.to),
      })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ title: style.drawerTitle }}
    >
      <Stack gap="md">
        <InterestFigures interest={interest} />
        <div className={style.flags}>
          <InterestFlags interest={interest} />
        </div>
        {interest.claim === undefined ? (
          <Relation interest={interest} onEdit={edit} />
        ) : (
          <ClaimActions interest={interest} onEdit={edit} />
        )}
      </Stack>
    </Drawer>
  );
}
