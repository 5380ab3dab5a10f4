import type { Reason } from '../graph/suggest.ts';
import { amountText, type ChainWords, namesText } from './wording.ts';

/** One reason of a suggestion in words. */
export function reasonText(words: ChainWords, reason: Reason): string {
  const { t } = words;
  switch (reason.code) {
    case 'dependants':
      return t('chain.suggest.reason.dependants', { direct: reason.direct, indirect: reason.indirect });
    case 'research':
      return t('chain.suggest.reason.research', {
        intensity: amountText(words, reason.intensity, 'share'),
        partners: reason.partners,
      });
    case 'scopePath':
      return t('chain.suggest.reason.scopePath', { names: namesText(words, reason.nodes) });
    case 'notMapped':
    case 'processNone':
    case 'scopeOwn':
    case 'scopeOwnOpen':
    case 'scopeNone':
      return t(`chain.suggest.reason.${reason.code}`);
    default:
      return t(`chain.suggest.reason.${reason.code}`, { count: reason.count });
  }
}
