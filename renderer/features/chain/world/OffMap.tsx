import { Text, Title } from '@mantine/core';
import { whereAlpha2 } from 'iso-3166-1';
import type { CountryRow } from '#shared/chain/countries.ts';
import { countryOf, namesText } from '#shared/chain/wording.ts';
import { useChain } from '../ChainContext.ts';
import style from '../chain.module.css';

/** Codes that no country has (ISO leaves some to its users), and parties of whom no country is recorded. */
export function OffMap({ rows }: { readonly rows: readonly CountryRow[] }) {
  const { words } = useChain();
  const { t } = words;
  const off = rows.filter(({ code }) => code === null || (code !== 'XK' && whereAlpha2(code) === undefined));
  if (off.length === 0) return null;
  return (
    <aside className={style.offMap} aria-label={t('chain.world.offMap')}>
      <Title order={3} size="h4">
        {t('chain.world.offMap')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('chain.world.offMapText')}
      </Text>
      <dl>
        {off.map(({ code, parties, sites }) => (
          <div key={code ?? ''}>
            <dt>{countryOf(words, code ?? undefined)}</dt>
            <dd>{namesText(words, [...parties, ...sites])}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
