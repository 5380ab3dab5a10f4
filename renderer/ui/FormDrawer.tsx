import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useT } from '../app/language.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import style from './FormDrawer.module.css';
import { ErrorState } from './states.tsx';

/**
 * A form at the side of the screen. Escape and a click outside ask first when something was filled in (`dirty`);
 * Ctrl+Enter saves. `error` is shown above the buttons, so that what was typed stays.
 */
export function FormDrawer(props: {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  readonly dirty: boolean;
  readonly saving: boolean;
  readonly error?: unknown;
  readonly submit?: string;
  readonly readOnly?: boolean;
  readonly wide?: boolean;
  /** Over the whole window, so that nothing of what lies behind can be read. */
  readonly full?: boolean;
}) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const close = () => (props.dirty && !props.readOnly ? setAsking(true) : props.onClose());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.saving && !props.readOnly) props.onSubmit();
  };
  return (
    <>
      <Drawer
        opened={props.opened}
        onClose={close}
        title={props.title}
        position="right"
        size={props.full ? '100%' : props.wide ? 760 : 560}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        classNames={{ content: style.content, body: style.body, title: style.title }}
      >
        <form
          className={style.form}
          noValidate
          onSubmit={submit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
          }}
        >
          <Stack gap="md" className={style.fields}>
            {props.children}
          </Stack>
          {!props.readOnly && (
            <div className={style.foot}>
              {props.error !== undefined && props.error !== null && <ErrorState error={props.error} />}
              <Group justify="space-between">
                <Text size="xs" c="dimmed">
                  Ctrl + Enter
                </Text>
                <Group gap="xs">
                  <Button variant="default" onClick={close}>
                    {t('common.cancel')}
                  </Button>
                  <Button type="submit" loading={props.saving}>
                    {props.submit ?? t('common.save')}
                  </Button>
                </Group>
              </Group>
            </div>
          )}
        </form>
      </Drawer>
      {/* Mounted while asking only: the Escape that opens it would else close it in the same breath. */}
      {asking && (
        <ConfirmDialog
          opened
          title={t('common.discard')}
          confirm={t('common.discard')}
          danger
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            props.onClose();
          }}
        >
          {t('common.unsaved')}
        </ConfirmDialog>
      )}
    </>
  );
}
