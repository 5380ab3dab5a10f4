import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import style from './Notice.module.css';

const ICONS = {
  warn: IconAlertTriangle,
  good: IconCircleCheck,
  bad: IconAlertTriangle,
  info: IconInfoCircle,
};

/** A message within a screen: sign, words and ground of its tone, readable on light and dark. */
export function Notice(props: {
  readonly tone: keyof typeof ICONS;
  readonly children: ReactNode;
  readonly title?: string;
  readonly icon?: ReactNode;
  readonly role?: 'alert' | 'status';
}) {
  const Icon = ICONS[props.tone];
  return (
    <div className={classes(style.notice, style[props.tone])} role={props.role}>
      <span className={style.icon}>{props.icon ?? <Icon size={20} aria-hidden />}</span>
      <div className={style.body}>
        {props.title !== undefined && <p className={style.title}>{props.title}</p>}
        {props.children}
      </div>
    </div>
  );
}
