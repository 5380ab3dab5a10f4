import { Anchor, Text, Tooltip } from '@mantine/core';
import { useLocale } from '../app/language.ts';
import { hrefOf, tabOfType } from '../app/router.ts';
import { instantText, partialDateText, useInstantText } from './dates.ts';
import { useRecordName } from './recordName.ts';

/** A day, a month or a year (`date`), or an instant in words with the full time on hover (`instant`). */
export function DateText(props: { readonly date: string } | { readonly instant: string }) {
  const locale = useLocale();
  const say = useInstantText();
  if ('date' in props) return <time dateTime={props.date}>{partialDateText(locale, props.date)}</time>;
  return (
    <time dateTime={props.instant} title={instantText(locale, props.instant)}>
      {say(props.instant)}
    </time>
  );
}

type AuthorLike = { readonly name: string; readonly department: string; readonly key?: string };

/** Who did it, with the department; the short form of the signing key on hover. */
export function AuthorText({ author }: { readonly author: AuthorLike }) {
  const words = author.department === '' ? author.name : `${author.name} (${author.department})`;
  if (author.key === undefined) return <span>{words}</span>;
  return (
    <Tooltip label={author.key.slice(0, 16)}>
      <span>{words}</span>
    </Tooltip>
  );
}

type Reference = { readonly record: string; readonly type: string; readonly label: string };

/** Name of a record as a way to it. A claim leads to what it is about: give that as `to`. */
export function RecordLink(props: {
  readonly logId: string;
  readonly to: Reference;
  readonly children?: string;
}) {
  const nameOf = useRecordName();
  const { record, type } = props.to;
  const tab = tabOfType(type);
  const place = type === 'case' ? {} : { record };
  return (
    <Anchor href={hrefOf({ screen: 'case', logId: props.logId, tab, ...place })} fz="inherit">
      {props.children ?? nameOf(props.to)}
    </Anchor>
  );
}

/** Text of an analyst with its own line breaks. */
export function LongTextBlock({ children }: { readonly children: string }) {
  return (
    <Text className="wb-prewrap" maw={760} fz="sm">
      {children}
    </Text>
  );
}
