import { Group, List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { TextKey } from '#shared/i18n/index.ts';
import { call, type Given } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import style from './PassphraseStrength.module.css';

export type Strength = Given<'vault.strength'>;

/**
 * Asks the shell how strong a passphrase is while it is typed. Not through the query client: that would keep the
 * passphrase as a key.
 */
export const useStrength = (passphrase: string): Strength | null => {
  const [settled] = useDebouncedValue(passphrase, 150);
  const [found, setFound] = useState<{ of: string; strength: Strength } | null>(null);
  useEffect(() => {
    if (settled === '') return;
    let stale = false;
    void call('vault.strength', { passphrase: settled }).then((answer) => {
      if (!stale && answer.ok) setFound({ of: settled, strength: answer.value });
    });
    return () => {
      stale = true;
    };
  }, [settled]);
  return found !== null && found.of === passphrase ? found.strength : null;
};

const SPANS = [
  [2.5, 'seconds'],
  [4.5, 'hours'],
  [6, 'days'],
  [7.5, 'months'],
  [8.5, 'years'],
  [9.5, 'decades'],
] as const;
const ADVICE = [
  'moreWords',
  'avoidCommonWords',
  'avoidOwnNames',
  'avoidRepeats',
  'avoidSequences',
  'avoidDates',
] as const;

/** Bars, a word, the time it would take, and what to do better. */
export function PassphraseStrength({ strength }: { readonly strength: Strength | null }) {
  const t = useT();
  if (strength === null) return null;
  const span = SPANS.find(([below]) => strength.log10Seconds < below)?.[1] ?? 'centuries';
  const score = t(`vault.score.${strength.score}` as TextKey);
  return (
    <Stack gap={6} aria-live="polite">
      <Group gap={4} aria-hidden className={style.bars}>
        {[0, 1, 2, 3].map((bar) => (
          <span
            key={bar}
            className={style.bar}
            data-on={strength.score > bar || undefined}
            data-enough={strength.enough || undefined}
          />
        ))}
      </Group>
      <Text size="sm">
        <strong>
          {t('vault.strength')}: {score}.
        </strong>{' '}
        {strength.enough ? t('vault.enough') : t('vault.notEnough')}{' '}
        {t('vault.timeToGuess', { time: t(`vault.time.${span}`) })}
      </Text>
      {strength.advice.length > 0 && (
        <List size="sm">
          {ADVICE.filter((code) => strength.advice.includes(code)).map((code) => (
            <List.Item key={code}>{t(`vault.advice.${code}`)}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
