import type { assessment as nl } from '../nl/assessment.ts';
import type { Texts } from '../texts.ts';

export const assessment: Texts<typeof nl> = { title: 'x' };
