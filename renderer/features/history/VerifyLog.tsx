import { Button, Modal, Stack, Table, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useState } from 'react';
import { TEXTS, type TextKey } from '#shared/i18n/index.ts';
import { type Given, useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { useCase } from '../caseFrame/CaseContext.ts';

const isKnown = (code: string): boolean => Object.hasOwn(TEXTS.nl.history.findings, code);

/** A finding of the log check in words; one that this app has no words for keeps its code. */
export const useFindingText = (): ((code: string) => string) => {
  const t = useT();
  return (code) => (isKnown(code) ? t(`history.findings.${code}` as TextKey) : code);
};

/** Checks every signature, hash and link of the case's log, and says what came of it. */
export function VerifyLog() {
  const t = useT();
  const textOf = useFindingText();
  const { logId } = useCase();
  const verify = useCommand('history.verify');
  const [result, setResult] = useState<Given<'history.verify'> | null>(null);
  const bad = result !== null && result.findings.length > 0;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={18} stroke={1.7} aria-hidden />}
        loading={verify.running}
        onClick={() => void verify.run({ logId }).then((found) => setResult(found ?? null))}
      >
        {t('history.verify')}
      </Button>
      <Modal
        opened={result !== null}
        onClose={() => setResult(null)}
        title={t('history.verify')}
        size={bad ? 'lg' : 'md'}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {result !== null && (
          <Stack gap="sm" data-testid="verify-result">
            <Text
              fw={600}
              c={bad ? 'var(--wb-not-met)' : 'var(--wb-met)'}
              style={{ display: 'flex', gap: 8, alignItems: 'center' }}
            >
              {bad ? <IconShieldX aria-hidden /> : <IconShieldCheck aria-hidden />}
              {bad
                ? t('history.verifiedBad', { count: result.findings.length })
                : t('history.verifiedOk', { count: result.changes })}
            </Text>
            <Text size="sm">
              {bad
                ? t('history.verifiedBadText')
                : t('history.verifiedDetail', { ops: result.ops, withheld: result.withheld })}
            </Text>
            {bad && (
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t('history.finding')}</Table.Th>
                    <Table.Th scope="col">{t('history.where')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {result.findings.map(({ code, where }) => (
                    <Table.Tr key={`${code} ${where}`}>
                      <Table.Td>{textOf(code)}</Table.Td>
                      <Table.Td ff="monospace" fz="xs">
                        {where}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
          </Stack>
        )}
      </Modal>
    </>
  );
}
