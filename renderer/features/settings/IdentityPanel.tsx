import { Text } from '@mantine/core';
import { useT } from '../../app/language.ts';
import type { AppStatus } from '../../app/status.ts';
import { Panel } from '../../ui/index.ts';
import style from './settings.module.css';

/** Who signs here, and the fingerprint by which others know it. */
export function IdentityPanel({ open }: { readonly open: NonNullable<AppStatus['open']> }) {
  const t = useT();
  const { identity, vault } = open;
  return (
    <Panel title={t('settings.identityTitle')}>
      <Text size="sm" c="dimmed">
        {t('settings.identityText')}
      </Text>
      <dl className={style.facts}>
        <div>
          <dt>{t('settings.name')}</dt>
          <dd>{identity.name}</dd>
        </div>
        <div>
          <dt>{t('settings.department')}</dt>
          <dd>{identity.department}</dd>
        </div>
        <div>
          <dt>{t('settings.vaultName')}</dt>
          <dd>{vault}</dd>
        </div>
        <div>
          <dt>{t('settings.fingerprint')}</dt>
          <dd className={style.fingerprint}>{identity.fingerprint}</dd>
        </div>
      </dl>
    </Panel>
  );
}
