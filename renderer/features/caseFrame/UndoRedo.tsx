import { ActionIcon, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useCallback, useEffect } from 'react';
import { useJob, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { isTyping } from '../../app/useShortcuts.ts';
import { useChangeWords } from '../history/words.ts';
import { useCase } from './CaseContext.ts';
import { StepProgress } from './StepProgress.tsx';

/** Takes back and brings back one's own steps, and says beforehand which. Also Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y. */
export function UndoRedo() {
  const t = useT();
  const say = useChangeWords();
  const { logId, readOnly } = useCase();
  const next = useQueryCall('history.next', { logId }).data;
  const undo = useJob('history.undo');
  const redo = useJob('history.redo');
  const busy = undo.running || redo.running;

  const step = useCallback(
    async (kind: 'undo' | 'redo') => {
      const change = next?.[kind];
      if (!change || readOnly || busy) return;
      const done = await (kind === 'undo' ? undo : redo).run({ logId });
      if (done === undefined) return;
      const what = say(change);
      notifications.show({
        message: kind === 'undo' ? t('cases.undone', { what }) : t('cases.redone', { what }),
        closeButtonProps: { 'aria-label': t('common.close') },
      });
    },
    [next, readOnly, busy, undo, redo, logId, say, t],
  );

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
      if (isTyping(event.target) || document.querySelector('[aria-modal="true"]') !== null) return;
      event.preventDefault();
      void step(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [step]);

  const undoLabel = next?.undo ? t('cases.undoWhat', { what: say(next.undo) }) : t('cases.nothingToUndo');
  const redoLabel = next?.redo ? t('cases.redoWhat', { what: say(next.redo) }) : t('cases.nothingToRedo');
  return (
    <>
      <ActionIcon.Group>
        <Tooltip label={undoLabel}>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={undoLabel}
            aria-keyshortcuts="Control+Z"
            data-disabled={!next?.undo || readOnly || undefined}
            aria-disabled={!next?.undo || readOnly}
            loading={undo.running}
            onClick={() => void step('undo')}
          >
            <IconArrowBackUp size={19} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={redoLabel}>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={redoLabel}
            aria-keyshortcuts="Control+Shift+Z"
            data-disabled={!next?.redo || readOnly || undefined}
            aria-disabled={!next?.redo || readOnly}
            loading={redo.running}
            onClick={() => void step('redo')}
          >
            <IconArrowForwardUp size={19} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </ActionIcon.Group>
      <StepProgress label={t('cases.undoing', { what: next?.undo ? say(next.undo) : '' })} job={undo} />
      <StepProgress label={t('cases.redoing', { what: next?.redo ? say(next.redo) : '' })} job={redo} />
    </>
  );
}
