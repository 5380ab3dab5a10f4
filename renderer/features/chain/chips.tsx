import type { GraphEdge } from '#shared/graph/model.ts';
import { useT } from '../../app/language.ts';
import { Chip } from '../../ui/index.ts';
import style from './chain.module.css';

/** Certain or possible: word, edge and colour. */
export function VerdictChip({ verdict }: { readonly verdict: 'certain' | 'possible' | 'none' }) {
  const t = useT();
  return (
    <span className={style.chip} data-verdict={verdict}>
      {t(`chain.verdict.${verdict}`)}
    </span>
  );
}

/** What a reader should know of the evidence of a relation. */
export function EdgeMarks({ edge }: { readonly edge: GraphEdge }) {
  const t = useT();
  const { support, exists, state } = edge;
  return (
    <span className={style.marks}>
      {exists === 'no' && <Chip tone="warn">{t('chain.table.denied')}</Chip>}
      {state !== 'current' && <Chip>{t(`chain.state.${state}`)}</Chip>}
      {support.conflict && <Chip tone="warn">{t('chain.table.conflict')}</Chip>}
      {support.disputed.length > 0 && <Chip tone="warn">{t('chain.table.disputed')}</Chip>}
      {support.unsourced && <Chip tone="warn">{t('chain.table.unsourced')}</Chip>}
      {support.assumed && <Chip>{t('chain.table.assumed')}</Chip>}
    </span>
  );
}
