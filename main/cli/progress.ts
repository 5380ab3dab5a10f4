import { shareWords } from './share-text.ts';
import type { Terminal } from './terminal.ts';

/** Long work is told of in steps of a tenth, to who looks; work that is done at once, not at all. */
const STEP = 0.1;
const AFTER_MS = 2_000;

export function progressOf({ t, lang, busy }: Terminal): (part: number) => void {
  const started = Date.now();
  let told = 0;
  return (part) => {
    if (part - told < STEP || part >= 1 || Date.now() - started < AFTER_MS) return;
    told = part;
    busy(t('structure.progress', { percent: shareWords(lang).percent(part, 0) }));
  };
}
