import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useId } from 'react';
import { OUTCOMES, type Outcome } from '#shared/model/vocabulary.ts';
import { useT } from '../../app/language.ts';
import style from './OutcomeChoice.module.css';

const ICON = { met: IconCircleCheck, notMet: IconCircleX, undetermined: IconCircleDashed } as const;

/** Three large choices: met, not met, undetermined. */
export function OutcomeChoice(props: {
  readonly value: Outcome;
  readonly onChange: (outcome: Outcome) => void;
  readonly readOnly: boolean;
}) {
  const t = useT();
  const name = useId();
  return (
    <fieldset className={style.set} disabled={props.readOnly}>
      <legend>{t('assessment.outcomeLabel')}</legend>
      <div className={style.row}>
        {OUTCOMES.map((outcome) => {
          const Icon = ICON[outcome];
          return (
            <label key={outcome} className={style.choice} data-tone={outcome}>
              <input
                type="radio"
                name={name}
                value={outcome}
                checked={props.value === outcome}
                onChange={() => props.onChange(outcome)}
              />
              <Icon size={22} stroke={1.8} aria-hidden />
              {t(`words.outcome.${outcome}`)}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
