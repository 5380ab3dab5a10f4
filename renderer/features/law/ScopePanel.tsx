import { Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { scopeHead } from '#shared/law/study.ts';
import { useLang, useT } from '../../app/language.ts';
import { Headline, HeadlinePoints } from '../../ui/index.ts';
import { useDayText } from '../caseFrame/timeWords.ts';
import { useLaw } from './LawContext.ts';

const TONE = { inScope: 'accent', undetermined: 'undetermined', outside: 'neutral' } as const;
const SIGN = { inScope: IconCircleCheck, undetermined: IconCircleDashed, outside: IconCircleX } as const;

/** What the law says of the company on the day, in words, before any list. */
export function ScopePanel({ chooser }: { readonly chooser: ReactNode }) {
  const t = useT();
  const lang = useLang();
  const dayText = useDayText();
  const { legal, day } = useLaw();
  const head = scopeHead(legal.laws.map(({ role, short, answer }) => ({ role, short, scope: answer.scope })));
  const list = (names: readonly { readonly nl: string; readonly en: string }[]): string =>
    names.map((one) => one[lang]).join(', ');
  const { inScope, undetermined: open, pending, expected, status } = head;
  const word =
    head.word === 'inScope' ? t('law.head.inScope', { count: inScope.length }) : t(`law.head.${head.word}`);
  const name = legal.company?.label ?? '';
  return (
    <Headline
      over={t('law.head.over', { day: dayText(day) })}
      word={word}
      sign={SIGN[head.word]}
      tone={TONE[head.word]}
      side={chooser}
      testId="legal-scope"
    >
      <HeadlinePoints>
        {inScope.length > 0 && <li>{t('law.head.inScopeList', { name, list: list(inScope) })}</li>}
        {head.word === 'outside' && <li>{t('law.head.outsideText', { name })}</li>}
        {open.length > 0 && (
          <li>{t('law.head.undeterminedList', { count: open.length, list: list(open) })}</li>
        )}
        {pending.length > 0 && <li>{t('law.head.pendingList', { list: list(pending) })}</li>}
        {expected.length > 0 && <li>{t('law.head.expectedList', { list: list(expected) })}</li>}
        {status.length > 0 && <li>{t('law.head.statusList', { list: list(status) })}</li>}
      </HeadlinePoints>
      <Text size="sm" c="dimmed" maw="68ch">
        {t('law.head.note', { day: dayText(legal.pack.checked) })}
      </Text>
    </Headline>
  );
}
