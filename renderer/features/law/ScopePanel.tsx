import { Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useLang, useT } from '../../app/language.ts';
import { useDayText } from '../caseFrame/timeWords.ts';
import { type Answered, useLaw } from './LawContext.ts';
import style from './law.module.css';

/** What the law says of the company on the day, in words, before any list. */
export function ScopePanel({ chooser }: { readonly chooser: ReactNode }) {
  const id = useId();
  const t = useT();
  const lang = useLang();
  const dayText = useDayText();
  const { legal, day } = useLaw();
  const names = (role: 'screening' | 'status', scope: Answered['scope']): string[] =>
    legal.laws
      .filter((law) => law.role === role && law.answer.scope === scope)
      .map(({ short }) => short[lang]);
  const inScope = names('screening', 'inScope');
  const open = names('screening', 'undetermined');
  const pending = names('screening', 'pending');
  const expected = names('screening', 'expected');
  const status = names('status', 'inScope');
  const tone = inScope.length > 0 ? 'in' : open.length > 0 ? 'open' : 'out';
  const Sign = tone === 'in' ? IconCircleCheck : tone === 'open' ? IconCircleDashed : IconCircleX;
  const word =
    tone === 'in'
      ? t('law.head.inScope', { count: inScope.length })
      : t(tone === 'open' ? 'law.head.undetermined' : 'law.head.outside');
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
          {inScope.length > 0 && <li>{t('law.head.inScopeList', { name, list: inScope.join(', ') })}</li>}
          {tone === 'out' && <li>{t('law.head.outsideText', { name })}</li>}
          {open.length > 0 && (
            <li>{t('law.head.undeterminedList', { count: open.length, list: open.join(', ') })}</li>
          )}
          {pending.length > 0 && <li>{t('law.head.pendingList', { list: pending.join(', ') })}</li>}
          {expected.length > 0 && <li>{t('law.head.expectedList', { list: expected.join(', ') })}</li>}
          {status.length > 0 && <li>{t('law.head.statusList', { list: status.join(', ') })}</li>}
        </ul>
        <Text size="sm" c="dimmed" maw="68ch">
          {t('law.head.note', { day: dayText(legal.pack.checked) })}
        </Text>
      </div>
      <div className={style.chooser}>{chooser}</div>
    </section>
  );
}
