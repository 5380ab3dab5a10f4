import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import type { RecordRef, VersionView } from '#shared/ipc/common.ts';
import type { ClaimView, RelationView } from '#shared/ipc/dossier.ts';
import type { OpDigest, RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { Section, SubjectKind } from '#shared/model/properties.ts';
import type { EntityType } from '#shared/model/records.ts';
import { useT } from '../../app/language.ts';
import { SourceForm } from '../sources/SourceForm.tsx';
import { ClaimForm } from './forms/ClaimForm.tsx';
import { EntityForm } from './forms/EntityForm.tsx';
import { InfluenceForm } from './forms/InfluenceForm.tsx';
import { NoteForm } from './forms/NoteForm.tsx';
import { RelationForm } from './forms/RelationForm.tsx';
import { HistoryDrawer } from './HistoryDrawer.tsx';
import { SettleDrawer } from './SettleDrawer.tsx';
import { useNotice } from './useNotice.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** `page` is the party whose page the fact stands on: for a fact about a relation that differs from its subject. */
export type ClaimTask = {
  readonly form: 'claim';
  readonly subject: RecordId;
  readonly kind: SubjectKind;
  readonly label: string;
  readonly page: RecordId;
  readonly marking: Marking;
  readonly property?: string;
  readonly section?: Section;
  readonly claim?: ClaimView;
};
export type EntityTask = {
  readonly form: 'entity';
  readonly marking: Marking;
  readonly record?: RecordId;
  readonly type?: EntityType;
  readonly versions?: readonly VersionView[];
};
export type RelationTask = {
  readonly form: 'relation';
  readonly from: RecordId;
  readonly label: string;
  readonly marking: Marking;
  readonly relation?: RelationView;
  /** Which way a new relation runs at first. */
  readonly direction?: RelationView['direction'];
};
export type InfluenceTask = {
  readonly form: 'influence';
  readonly marking: Marking;
  readonly party?: RecordId;
  readonly actor?: RecordId;
  readonly versions?: readonly VersionView[];
};
export type NoteTask = {
  readonly form: 'note';
  readonly about: RecordId;
  readonly label: string;
  readonly marking: Marking;
  readonly version?: VersionView;
};
export type SourceTask = {
  readonly form: 'source';
  readonly marking: Marking;
  readonly record?: RecordId;
  readonly versions?: readonly VersionView[];
};
export type WithdrawTask = {
  readonly form: 'withdraw';
  readonly record: RecordId;
  readonly base: readonly OpDigest[];
  /** What is said to disappear, in full. */
  readonly text: string;
  readonly onDone?: () => void;
};
type LookTask = {
  readonly form: 'history' | 'settle';
  readonly ref: Pick<RecordRef, 'record' | 'type' | 'label'>;
};

export type Task =
  | ClaimTask
  | EntityTask
  | RelationTask
  | InfluenceTask
  | NoteTask
  | SourceTask
  | WithdrawTask
  | LookTask;

const EditorContext = createContext<((task: Task) => void) | null>(null);

/** Opens a form, a history, a settlement or a withdrawal over the screen. */
export const useEditor = (): ((task: Task) => void) => {
  const open = useContext(EditorContext);
  if (open === null) throw new Error('useEditor outside an EditorProvider');
  return open;
};

/**
 * Everything that writes records, in one place: screens below it say what is to be edited. `onMade` is told of a new
 * party or source, so that the screen can go there.
 */
export function EditorProvider(props: {
  readonly logId: string;
  readonly onMade?: (record: string) => void;
  /** Told of a new relation. */
  readonly onRelation?: (relation: string) => void;
  readonly children: ReactNode;
}) {
  const t = useT();
  const notice = useNotice();
  const [task, setTask] = useState<Task | null>(null);
  const [opened, setOpened] = useState(false);
  // A new key for each opening: what was typed in an earlier form never comes back in a later one.
  const opening = useRef(0);
  const open = useMemo(
    () => (next: Task) => {
      opening.current += 1;
      setTask(next);
      setOpened(true);
    },
    [],
  );
  const onClose = () => setOpened(false);
  const onSaved = (record?: string) => {
    onClose();
    notice(t('dossier.form.saved'));
    if (record === undefined) return;
    if (task?.form === 'relation') props.onRelation?.(record);
    else props.onMade?.(record);
  };
  const drawer = { key: opening.current, logId: props.logId, opened, onClose, onSaved };
  return (
    <EditorContext value={open}>
      {props.children}
      {task !== null && <TaskView task={task} {...drawer} />}
    </EditorContext>
  );
}

function TaskView(props: {
  readonly task: Task;
  readonly logId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSaved: (record?: string) => void;
}) {
  const { task, ...drawer } = props;
  switch (task.form) {
    case 'claim':
      return <ClaimForm task={task} {...drawer} />;
    case 'entity':
      return <EntityForm task={task} {...drawer} />;
    case 'relation':
      return <RelationForm task={task} {...drawer} />;
    case 'influence':
      return <InfluenceForm task={task} {...drawer} />;
    case 'note':
      return <NoteForm task={task} {...drawer} />;
    case 'source':
      return <SourceForm task={task} {...drawer} />;
    case 'withdraw':
      return <WithdrawDialog task={task} {...drawer} />;
    case 'history':
      return <HistoryDrawer target={task.ref} {...drawer} />;
    case 'settle':
      return <SettleDrawer target={task.ref} {...drawer} />;
  }
}
