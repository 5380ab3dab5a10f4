import { LawPack } from './law-item.ts';
import json from './packs/nl-law.json' with { type: 'json' };

/** The laws around investment screening and vital processes, as shipped (field-practice 2.1, 2.2, 2.1.9). */
export const NL_LAW: LawPack = LawPack.parse(json);
