import { Kbd, Modal, Table } from '@mantine/core';
import type { TextKey } from '#shared/i18n/index.ts';
import { useT } from './language.ts';

const KEYS: readonly (readonly [keys: readonly string[], what: TextKey])[] = [
  [['Ctrl', 'K'], 'cases.key.search'],
  [['Ctrl', 'Z'], 'cases.key.undo'],
  [['Ctrl', 'Shift', 'Z'], 'cases.key.redo'],
  [['Ctrl', 'Y'], 'cases.key.redo'],
  [['Alt', '1…6'], 'cases.key.tabs'],
  [['Alt', '0'], 'cases.key.cases'],
  [['↑ ↓', 'Enter'], 'cases.key.rows'],
  [['Ctrl', 'Enter'], 'cases.key.save'],
  [['Esc'], 'cases.key.close'],
  [['Ctrl', 'Shift', 'L'], 'cases.key.lock'],
  [['Ctrl', '+ −'], 'cases.key.zoom'],
  [['?'], 'cases.key.help'],
];

/** The list of shortcuts. */
export function ShortcutsDialog(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useT();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('common.shortcuts')}
      size="md"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Table aria-label={t('common.shortcuts')}>
        <Table.Tbody>
          {KEYS.map(([keys, what]) => (
            <Table.Tr key={keys.join()}>
              <Table.Th scope="row" fw={400}>
                {t(what)}
              </Table.Th>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                {keys.map((key) => (
                  <Kbd key={key} ml={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
