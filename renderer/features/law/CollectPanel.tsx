import { Anchor, Button, Table, Text } from '@mantine/core';
import { atomKey } from '#shared/rules/condition.ts';
import { useLang, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type Legal, useAtomText, useLaw } from './LawContext.ts';
import style from './law.module.css';

/** The facts and answers that would settle what is open, the most telling first. */
export function CollectPanel() {
  const t = useT();
  const { legal } = useLaw();
  if (legal.open.length === 0)
    return (
      <Panel title={t('law.collect.title')}>
        <Text c="dimmed">{t('law.collect.none')}</Text>
      </Panel>
    );
  return (
    <Panel title={t('law.collect.title')}>
      <Text size="sm" c="dimmed">
        {t('law.collect.lead')}
      </Text>
      <div className={style.scroll}>
        <Table aria-label={t('law.collect.title')} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('law.collect.columnFact')}</Table.Th>
              <Table.Th scope="col">{t('law.collect.columnEffect')}</Table.Th>
              <Table.Th scope="col">{t('law.collect.columnAction')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {legal.open.map((one) => (
              <Wanted key={atomKey(one.atom)} one={one} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Panel>
  );
}

function Wanted({ one }: { readonly one: Legal['open'][number] }) {
  const t = useT();
  const lang = useLang();
  const atomText = useAtomText();
  const { logId, readOnly } = useCase();
  const { legal, answer } = useLaw();
  const named = (ids: readonly string[]): string =>
    ids.map((id) => legal.laws.find((law) => law.id === id)?.short[lang] ?? id).join(', ');
  const { atom, settles, touches } = one;
  const rest = touches.filter((id) => !settles.includes(id));
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {atomText(atom)}
      </Table.Th>
      <Table.Td>
        {settles.length > 0 && <div>{t('law.collect.settles', { list: named(settles) })}</div>}
        {rest.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('law.collect.touches', { list: named(rest) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {'ask' in atom ? (
          !readOnly && (
            <Button size="compact-sm" variant="default" onClick={() => answer(atom.ask)}>
              {t('law.answer')}
            </Button>
          )
        ) : (
          <Anchor
            fz="sm"
            href={hrefOf({
              screen: 'case',
              logId,
              tab: 'dossier',
              ...(legal.company ? { record: legal.company.record } : {}),
            })}
          >
            {t('law.toFacts')}
          </Anchor>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
