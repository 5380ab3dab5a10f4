import { Textarea, type TextareaProps } from '@mantine/core';
import type { YardstickId } from '#shared/model/records/threat.ts';
import { lintText } from '#shared/threat/wording.ts';
import { useLang, useT } from '../../app/language.ts';
import { Chip } from '../../ui/index.ts';
import style from './threat.module.css';

/** A text that says at once when likelihood and confidence meet, or words of another row or yardstick are used. */
export function LintedTextarea({
  yardstick,
  ...props
}: TextareaProps & { readonly yardstick: YardstickId; readonly value: string }) {
  const t = useT();
  const lang = useLang();
  const findings = lintText(props.value, yardstick, lang);
  return (
    <div>
      <Textarea autosize maxRows={12} {...props} />
      <div className={style.lint} aria-live="polite">
        {findings.map(({ code, start, words }) => (
          <Chip key={`${code} ${start}`} tone="warn">
            {t(`threat.lint.${code}`, { words: words.join(', ') })}
          </Chip>
        ))}
      </div>
    </div>
  );
}
