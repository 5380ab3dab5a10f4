import { Text, Title } from '@mantine/core';
import type { IconScale } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import style from './Headline.module.css';

/** `accent`: news without a judgement. */
export type HeadlineTone = 'accent' | 'met' | 'notMet' | 'undetermined' | 'neutral';

/**
 * What a part of a case comes to, in words, before any list or picture: `over` what and which day, the `word` with its
 * sign, more below it, and at the side what it depends on. `brief` has less air, for above a picture.
 */
export function Headline(props: {
  readonly over: string;
  readonly word: string;
  readonly sign: typeof IconScale;
  readonly tone: HeadlineTone;
  readonly side: ReactNode;
  readonly children?: ReactNode;
  readonly brief?: boolean;
  readonly testId: string;
}) {
  const id = useId();
  const { brief = false, sign: Sign } = props;
  return (
    <section
      className={style.headline}
      data-tone={props.tone}
      data-brief={brief || undefined}
      aria-labelledby={id}
    >
      <div className={style.main}>
        <Text size="sm" c="dimmed" fw={600}>
          {props.over}
        </Text>
        <Title order={2} id={id} className={style.word} data-testid={props.testId}>
          <Sign size={brief ? 20 : 28} stroke={1.8} aria-hidden />
          {props.word}
        </Title>
        {props.children}
      </div>
      <div className={style.side}>{props.side}</div>
    </section>
  );
}

/** The points of a headline, a line each. */
export function HeadlinePoints({ children }: { readonly children: ReactNode }) {
  return <ul className={style.points}>{children}</ul>;
}

/** A sentence of a headline. */
export function HeadlineText({ children }: { readonly children: ReactNode }) {
  return <Text className={style.text}>{children}</Text>;
}
