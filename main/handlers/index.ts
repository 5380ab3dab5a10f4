import type { Handlers } from '../context.ts';
import { assessment } from './assessment.ts';
import { cases } from './cases.ts';
import { chain } from './chain.ts';
import { challenge } from './challenge.ts';
import { collect } from './collect.ts';
import { dossier } from './dossier.ts';
import { evidence } from './evidence.ts';
import { exchange } from './exchange.ts';
import { formats } from './formats.ts';
import { freeze } from './freeze.ts';
import { history } from './history.ts';
import { identity } from './identity.ts';
import { imports } from './imports.ts';
import { instruments } from './instruments.ts';
import { law } from './law.ts';
import { layout } from './layout.ts';
import { map } from './map.ts';
import { neutrality } from './neutrality.ts';
import { ownership } from './ownership.ts';
import { records } from './records.ts';
import { robustness } from './robustness.ts';
import { scenarios } from './scenarios.ts';
import { sources } from './sources.ts';
import { threat } from './threat.ts';
import { vault } from './vault.ts';
import { watch } from './watch.ts';
import { weighing } from './weighing.ts';

/** Every call of the contract: one line a feature. Total by type. */
export const handlers: Handlers = {
  ...vault,
  ...cases,
  ...records,
  ...dossier,
  ...assessment,
  ...ownership,
  ...law,
  ...identity,
  ...watch,
  ...weighing,
  ...scenarios,
  ...chain,
  ...instruments,
  ...threat,
  ...challenge,
  ...neutrality,
  ...evidence,
  ...collect,
  ...freeze,
  ...robustness,
  ...layout,
  ...map,
  ...sources,
  ...history,
  ...imports,
  ...exchange,
  ...formats,
};
