import { Button, Text, Title } from '@mantine/core';
import { IconFileUnknown, IconGitBranch, IconUnlink } from '@tabler/icons-react';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { hrefOf, tabOfType } from '../../app/router.ts';
import { Panel, QueryState } from '../../ui/index.ts';
import { useEditor } from '../dossier/editor.tsx';
import { fieldName } from '../dossier/fields.ts';
import { useRefName } from '../dossier/useRefName.ts';
import { useWording } from '../dossier/useWording.ts';
import style from './exchange.module.css';

type Found = Given<'records.findings'>;

/** What a merge or a withdrawal left behind, each with the way to settle it. */
export function Findings({ logId }: { readonly logId: string }) {
  const t = useT();
  const query = useQueryCall('records.findings', { logId });
  return (
    <Panel title={t('exchange.findings.title')}>
      <QueryState query={query}>
        {(found) => {
          const { conflicts, dangling, unknownTypes } = found;
          if (conflicts.length + dangling.length + unknownTypes.length === 0) {
            return <Text c="dimmed">{t('exchange.findings.none')}</Text>;
          }
          return (
            <>
              {conflicts.length > 0 && <Conflicts conflicts={conflicts} logId={logId} />}
              {dangling.length > 0 && <Dangling dangling={dangling} logId={logId} />}
              {unknownTypes.length > 0 && <UnknownTypes types={unknownTypes} />}
            </>
          );
        }}
      </QueryState>
    </Panel>
  );
}

function Conflicts(props: { readonly conflicts: Found['conflicts']; readonly logId: string }) {
  const t = useT();
  const refName = useRefName(props.logId);
  const { conflicts } = props;
  const open = useEditor();
  return (
    <section>
      <Title order={3} size="h4">
        {t('exchange.findings.conflicts', { count: conflicts.length })}
      </Title>
      <ul className={style.findings}>
        {conflicts.map(({ ref, versions }) => (
          <li key={ref.record} className={style.finding}>
            <IconGitBranch size={20} aria-hidden />
            <div className={style.findingMain}>
              <Text fw={600}>{refName(ref)}</Text>
              <Text size="sm" c="dimmed">
                {t(`words.type.${ref.type}`)} ·{' '}
                {t('exchange.findings.conflictText', {
                  names: [...new Set(versions.map(({ author }) => author.name))].join(', '),
                })}
              </Text>
            </div>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('exchange.findings.settleOf', { name: refName(ref) })}
              onClick={() => open({ form: 'settle', ref: { ...ref, label: refName(ref) } })}
            >
              {t('exchange.findings.settle')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Dangling(props: { readonly dangling: Found['dangling']; readonly logId: string }) {
  const t = useT();
  const refName = useRefName(props.logId);
  const wording = useWording(props.logId);
  return (
    <section>
      <Title order={3} size="h4">
        {t('exchange.findings.dangling', { count: props.dangling.length })}
      </Title>
      <ul className={style.findings}>
        {props.dangling.map(({ ref, member, missing }) => (
          <li key={`${ref.record}-${member}-${missing}`} className={style.finding}>
            <IconUnlink size={20} aria-hidden />
            <div className={style.findingMain}>
              <Text fw={600}>{refName(ref)}</Text>
              <Text size="sm" c="dimmed">
                {t(`words.type.${ref.type}`)} ·{' '}
                {t('exchange.findings.danglingText', { field: fieldName(member, wording) })}
              </Text>
            </div>
            <Button
              component="a"
              size="compact-sm"
              variant="default"
              aria-label={t('exchange.findings.openOf', { name: refName(ref) })}
              href={hrefOf({
                screen: 'case',
                logId: props.logId,
                tab: tabOfType(ref.type),
                record: ref.record,
              })}
            >
              {t('exchange.findings.open')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnknownTypes({ types }: { readonly types: Found['unknownTypes'] }) {
  const t = useT();
  return (
    <section>
      <Title order={3} size="h4">
        {t('exchange.findings.unknownTypes')}
      </Title>
      <ul className={style.findings}>
        {types.map(({ type, count }) => (
          <li key={type} className={style.finding}>
            <IconFileUnknown size={20} aria-hidden />
            <Text size="sm">{t('exchange.findings.unknownTypesText', { type, count })}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
