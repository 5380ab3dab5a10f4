import { Select } from '@mantine/core';
import { useLocale, useT } from '../../app/language.ts';
import { useChain } from './ChainContext.ts';

/** Whose stop is looked at. */
export function TargetSelect(props: {
  readonly target: string | undefined;
  readonly company: string | undefined;
  readonly onTarget: (target: string) => void;
}) {
  const t = useT();
  const locale = useLocale();
  const { graph } = useChain();
  const used = new Set(graph.edges.filter(({ flow }) => flow).flatMap(({ from, to }) => [from, to]));
  const options = graph.nodes
    .filter(({ record }) => used.has(record) || record === props.company)
    .map(({ record, label }) => ({ value: record as string, label }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  const own = options.filter(({ value }) => value === props.company);
  return (
    <Select
      label={t('chain.head.target')}
      data={[
        ...(own.length > 0 ? [{ group: t('chain.head.targetCase'), items: own }] : []),
        {
          group: t('chain.head.targetOther'),
          items: options.filter(({ value }) => value !== props.company),
        },
      ]}
      value={props.target ?? null}
      onChange={(value) => value !== null && props.onTarget(value)}
      allowDeselect={false}
      searchable
      limit={200}
      nothingFoundMessage={t('common.nothingFound')}
      maxDropdownHeight={320}
    />
  );
}
