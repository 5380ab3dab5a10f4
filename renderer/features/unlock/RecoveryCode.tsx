import { Alert, Button, Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useT } from '../../app/language.ts';

/** Copies by way of a selection: the permission for the clipboard's own interface is denied in this app. */
const copyFrom = (element: HTMLElement): boolean => {
  const selection = window.getSelection();
  if (selection === null) return false;
  const range = document.createRange();
  range.selectNodeContents(element);
  selection.removeAllRanges();
  selection.addRange(range);
  return document.execCommand('copy');
};

/** Shows a recovery code once; it can be left only after saying that it is kept. */
export function RecoveryCode(props: {
  readonly vault: string;
  readonly code: string;
  readonly done: string;
  readonly onDone: () => void;
}) {
  const t = useT();
  const [kept, setKept] = useState(false);
  const [copied, setCopied] = useState(false);
  const text = useRef<HTMLOutputElement>(null);
  return (
    <Stack gap="md">
      <Text>{t('vault.code.lead')}</Text>
      <Paper withBorder p="lg" radius="md" bg="var(--wb-accent-soft)">
        <Text size="sm" mb="xs">
          {t('vault.code.printTitle', { vault: props.vault })}
        </Text>
        <Text
          ref={text}
          component="output"
          display="block"
          ff="monospace"
          fz={17}
          fw={600}
          lh={1.8}
          data-testid="recovery-code"
          style={{ userSelect: 'all' }}
        >
          {props.code}
        </Text>
      </Paper>
      <Alert variant="outline" color="yellow" icon={<IconAlertTriangle aria-hidden />} c="inherit">
        <Text size="sm" c="var(--mantine-color-text)">
          {t('vault.code.keep')}
        </Text>
      </Alert>
      <Group className="wb-no-print">
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('common.print')}
        </Button>
        <Button
          variant="default"
          leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          onClick={() => setCopied(text.current !== null && copyFrom(text.current))}
        >
          {copied ? t('common.copied') : t('common.copy')}
        </Button>
        <Text size="xs" c="dimmed" role="status">
          {copied && t('vault.code.copyNote')}
        </Text>
      </Group>
      <Checkbox
        className="wb-no-print"
        label={t('vault.code.confirm')}
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Button className="wb-no-print" size="md" disabled={!kept} onClick={props.onDone}>
        {props.done}
      </Button>
    </Stack>
  );
}
