import { Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { QueryState } from '../../ui/index.ts';
import style from './sources.module.css';

/** Looks into a text or picture without writing it anywhere outside the vault. */
export function AttachmentPreview(props: {
  readonly logId: string;
  readonly record: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const t = useT();
  const query = useQueryCall('attachments.preview', { logId: props.logId, record: props.record });
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.name}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <QueryState query={query}>{(preview) => <Content preview={preview} name={props.name} />}</QueryState>
    </Modal>
  );
}

function Content({
  preview,
  name,
}: {
  readonly preview: Given<'attachments.preview'>;
  readonly name: string;
}) {
  const t = useT();
  if (preview.kind === 'image' && preview.bytes !== undefined) {
    return <Picture bytes={preview.bytes} mime={preview.mime ?? 'image/png'} name={name} />;
  }
  if (preview.kind === 'text' && preview.text !== undefined) {
    return (
      <>
        {preview.cut && <Text c="dimmed">{t('sources.files.cut')}</Text>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard. */}
        <pre className={style.text} tabIndex={0}>
          {preview.text}
        </pre>
      </>
    );
  }
  return <Text>{t('sources.files.noPreview')}</Text>;
}

function Picture(props: { readonly bytes: Uint8Array; readonly mime: string; readonly name: string }) {
  const t = useT();
  const { bytes, mime } = props;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: mime }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mime]);
  if (url === null) return null;
  return <img className={style.picture} src={url} alt={t('sources.files.pictureOf', { name: props.name })} />;
}
