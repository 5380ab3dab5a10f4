import { Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { scopeHead } from '#shared/law/study.ts';
import { useLang, useT } from '../../app/language.ts';
import { useDayText } from '../caseFrame/timeWords.ts';
import { useLaw } from './LawContext.ts';
import style from './law.module.css';

/** What the law says of the company on the day, in words, before any list. */
export function ScopePanel({ chooser }: { readonly chooser: ReactNode }) {
  const id = useId();
  const t = useT();
  const lang = useLang();
  const dayText = useDayText();
  const { legal, day } = useLaw();
  const head = scopeHead(legal.laws.map(({ role, short, answer }) => ({ role, short, scope: answer.scope })));
  const list = (names: readonly { readonly nl: string; readonly en: string }[]): string =>
    names.map((one) => one[lang]).join(', ');
  const { inScope, undetermined: open, pending, expected, status } = head;
  const tone = ({ inScope: 'in', undetermined: 'open', outside: 'out' } as const)[head.word];
  const Sign = tone === 'in' ? IconCircleCheck : tone === 'open' ? IconCircleDashed : IconCircleX;
  const word =
    head.word === 'inScope' ? t('law.head.inScope', { count: inScope.length }) : t(`law.head.${head.word}`);
  const name = legal.company?.label ?? '';
  return (
    <section className={style.head} data-tone={tone} aria-labelledby={id}>
      <div className={style.headMain}>
        <Text size="sm" c="dimmed" fw={600}>
          {t('law.head.over', { day: dayText(day) })}
        </Text>
        <Title order={2} id={id} className={style.headWord} data-testid="legal-scope">
          <Sign size={28} stroke={1.8} aria-hidden />
          {word}
        </Title>
        <ul className={style.points}>
          {inScope.length > 0 && <li>{t('law.head.inScopeList', { name, list: list(inScope) })}</li>}
          {tone === 'out' && <li>{t('law.head.outsideText', { name })}</li>}
          {open.length > 0 && (
            <li>{t('law.head.undeterminedList', { count: open.length, list: list(open) })}</li>
          )}
          {pending.length > 0 && <li>{t('law.head.pendingList', { list: list(pending) })}</li>}
          {expected.length > 0 && <li>{t('law.head.expectedList', { list: list(expected) })}</li>}
          {status.length > 0 && <li>{t('law.head.statusList', { list: list(status) })}</li>}
        </ul>
        <Text size="sm" c="dimmed" maw="68ch">
          {t('law.head.note', { day: dayText(legal.pack.checked) })}
        </Text>
      </div>
      <div className={style.chooser}>{chooser}</div>
    </section>
  );
}
