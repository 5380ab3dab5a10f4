import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileUpload, IconFolderOpen } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/index.ts';
import { useNotice } from '../dossier/useNotice.ts';
import style from './imports.module.css';
import type { PickedFile } from './useImport.ts';

/** What may be dropped passes through memory once. */
const DROP_LIMIT = 60_000_000;

/** Files by the system's dialog, or dropped. A path never reaches the page: what is dropped goes to the shell as bytes. */
export function PickPanel(props: {
  readonly queue: readonly PickedFile[];
  readonly onPick: (files: readonly PickedFile[]) => void;
  readonly busy: boolean;
}) {
  const t = useT();
  const notice = useNotice();
  const [over, setOver] = useState(false);
  const pick = useCommand('imports.pick');
  const drop = useCommand('imports.drop');
  const choose = async (folder: boolean) => {
    const files = (await pick.run({ folder })) ?? [];
    if (files.length > 0) props.onPick(files);
  };
  const dropped = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files: PickedFile[] = [];
    for (const file of event.dataTransfer.files) {
      if (file.size > DROP_LIMIT) {
        notice(t('imports.pick.tooLarge'));
        continue;
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      const taken = await drop.run({ name: file.name, bytes });
      if (taken !== undefined) files.push(taken);
    }
    if (files.length > 0) props.onPick(files);
  };
  const names = props.queue.map(({ name }) => name).join(', ');
  return (
    <Panel title={t('imports.pick.title')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the buttons inside do the same. */}
      <div
        className={classes(style.drop, over && style.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void dropped(event)}
      >
        <Stack align="center" gap="sm">
          <IconFileUpload size={36} stroke={1.4} aria-hidden />
          <Text>{t(over ? 'imports.pick.dropHere' : 'imports.pick.drop')}</Text>
          <Group justify="center">
            <Button loading={pick.running || drop.running || props.busy} onClick={() => void choose(false)}>
              {t('imports.pick.file')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFolderOpen size={18} aria-hidden />}
              disabled={pick.running || props.busy}
              onClick={() => void choose(true)}
            >
              {t('imports.pick.folder')}
            </Button>
          </Group>
          <Text size="sm" c="dimmed" ta="center" maw={560}>
            {t('imports.pick.forms')}
          </Text>
        </Stack>
      </div>
      {props.queue.length > 0 && (
        <Group gap="sm">
          <Text size="sm">{t('imports.pick.waiting', { count: props.queue.length, names })}</Text>
          <Button size="compact-sm" variant="default" onClick={() => props.onPick(props.queue)}>
            {t('common.next')}
          </Button>
        </Group>
      )}
    </Panel>
  );
}
