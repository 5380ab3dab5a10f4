import { Anchor, Text } from '@mantine/core';
import { NL_LAW } from '#shared/law/nl-law.ts';
import { useLang, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { OutcomeChip } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useAtomText } from '../law/LawContext.ts';
import { ScopeChip } from '../law/ScopeChip.tsx';
import style from './instruments.module.css';
import { isInstrument, type RungRow, rungOf } from './LadderContext.ts';

/** What the letter says of an instrument, and why it applies to the company or not. */
export function RungFacts({ rung }: { readonly rung: RungRow }) {
  const t = useT();
  const lang = useLang();
  const atomText = useAtomText();
  const { logId } = useCase();
  const known = rungOf(rung.id);
  if (!isInstrument(known)) return null;
  return (
    <div className={style.about}>
      <Text>{known.text[lang]}</Text>
      <Text size="sm" c="dimmed">
        {t(`instruments.kind.${known.kind}`)}, {t(`instruments.level.${known.level}`)};{' '}
        {t('instruments.drawer.owner')}: {known.owner}; {t('instruments.drawer.about')}: {known.where}
      </Text>
      {known.refer !== undefined && (
        <Text size="sm">
          <strong>{t('instruments.drawer.refer')}:</strong> {known.refer[lang]}
        </Text>
      )}
      {(rung.laws.length > 0 || rung.lines.length > 0) && (
        <Text size="sm" fw={600}>
          {t('instruments.drawer.why')}
        </Text>
      )}
      {rung.laws.map(({ item, scope }) => (
        <div key={item} className={style.chips}>
          <ScopeChip scope={scope} />
          <Text component="span" size="sm">
            {NL_LAW.items.find(({ id }) => id === item)?.title[lang] ?? item}
          </Text>
        </div>
      ))}
      {rung.lines.map(({ atom, outcome }) =>
        atom === undefined ? null : (
          <div key={atomText(atom)} className={style.chips}>
            <OutcomeChip outcome={outcome} size="small" />
            <Text component="span" size="sm">
              {atomText(atom)}
            </Text>
          </div>
        ),
      )}
      {rung.lines.length > 0 && (
        <Anchor fz="sm" href={hrefOf({ screen: 'case', logId, tab: 'law' })}>
          {t('instruments.drawer.question')}
        </Anchor>
      )}
    </div>
  );
}
