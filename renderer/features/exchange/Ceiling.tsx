import { Select, Text } from '@mantine/core';
import { MARKINGS, type Marking } from '#shared/model/marking.ts';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { hrefOf, tabOfType } from '../../app/router.ts';
import { QueryState } from '../../ui/index.ts';
import { Notice } from '../dossier/Notice.tsx';
import { useRefName } from '../dossier/useRefName.ts';
import style from './exchange.module.css';

/** Up to which marking something leaves the case; null is everything. */
export type Ceiling = Marking | null;

/** Chooses the ceiling, and says what goes, what stays and what names it before anything leaves. */
export function CeilingChoice(props: {
  readonly logId: string;
  readonly value: Ceiling;
  readonly onChange: (ceiling: Ceiling) => void;
}) {
  const t = useT();
  const { logId, value } = props;
  return (
    <>
      <Select
        label={t('exchange.ceiling.label')}
        description={t('exchange.ceiling.help')}
        data={[
          { value: 'all', label: t('exchange.ceiling.all') },
          ...MARKINGS.map((marking) => ({ value: marking, label: t(`words.marking.${marking}`) })),
        ]}
        value={value ?? 'all'}
        allowDeselect={false}
        onChange={(chosen) => props.onChange(MARKINGS.find((marking) => marking === chosen) ?? null)}
      />
      {value !== null && <Scope logId={logId} ceiling={value} />}
    </>
  );
}

function Scope({ logId, ceiling }: { readonly logId: string; readonly ceiling: Marking }) {
  const t = useT();
  const query = useQueryCall('exchange.scope', { logId, ceiling }, { keep: true });
  return (
    <QueryState query={query}>
      {(scope) =>
        scope.possible ? (
          <>
            <dl className={style.facts}>
              <dt>{t('exchange.ceiling.going')}</dt>
              <dd>{scope.going}</dd>
              <dt>{t('exchange.ceiling.above')}</dt>
              <dd>{scope.above}</dd>
              <dt>{t('exchange.ceiling.pulled')}</dt>
              <dd>{scope.pulled}</dd>
            </dl>
            {scope.mentioning > 0 && <Mentions logId={logId} scope={scope} />}
          </>
        ) : (
          <Notice tone="warn">{t('exchange.ceiling.impossible')}</Notice>
        )
      }
    </QueryState>
  );
}

/** Texts that go and name something that stays: a marking on a text is its author's, so a person has to look. */
function Mentions({ logId, scope }: { readonly logId: string; readonly scope: Given<'exchange.scope'> }) {
  const t = useT();
  const refName = useRefName(logId);
  return (
    <Notice tone="warn" title={t('exchange.ceiling.mentions', { count: scope.mentioning })}>
      <ul className={style.mentions}>
        {scope.mentions.map((ref) => (
          <li key={ref.record}>
            <a href={hrefOf({ screen: 'case', logId, tab: tabOfType(ref.type), record: ref.record })}>
              {t(`words.type.${ref.type}`)}: {refName(ref)}
            </a>
          </li>
        ))}
      </ul>
      {scope.mentioning > scope.mentions.length && (
        <Text size="sm">
          {t('exchange.ceiling.more', { count: scope.mentioning - scope.mentions.length })}
        </Text>
      )}
    </Notice>
  );
}
