import { loadPack } from './load.ts';
import type { Pack } from './pack.ts';
import json from './packs/bev-2023.json' with { type: 'json' };

const shipped = (): Pack => {
  const loaded = loadPack(json);
  if (!loaded.ok) throw new Error(`shipped pack bev-2023 is broken: ${JSON.stringify(loaded.error)}`);
  return loaded.value;
};

/** The framework of the letter of 19 September 2023 (Kamerstuk 30 821, nr. 199), as shipped. */
export const BEV_2023: Pack = shipped();
