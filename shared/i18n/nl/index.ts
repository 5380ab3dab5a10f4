import { assessment } from './assessment.ts';
import { cascade } from './cascade.ts';
import { cases } from './cases.ts';
import { chain } from './chain.ts';
import { challenge } from './challenge.ts';
import { cli } from './cli.ts';
import { collect } from './collect.ts';
import { common } from './common.ts';
import { document } from './document.ts';
import { dossier } from './dossier.ts';
import { errors } from './errors.ts';
import { evidence } from './evidence.ts';
import { exchange } from './exchange.ts';
import { formats } from './formats.ts';
import { freeze } from './freeze.ts';
import { history } from './history.ts';
import { identity } from './identity.ts';
import { imports } from './imports.ts';
import { influence } from './influence.ts';
import { instruments } from './instruments.ts';
import { law } from './law.ts';
import { map } from './map.ts';
import { model } from './model.ts';
import { neutrality } from './neutrality.ts';
import { ownership } from './ownership.ts';
import { pages } from './pages.ts';
import { robustness } from './robustness.ts';
import { scenarios } from './scenarios.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';
import { structure } from './structure.ts';
import { threat } from './threat.ts';
import { vault } from './vault.ts';
import { watch } from './watch.ts';
import { weighing } from './weighing.ts';
import { words } from './words.ts';

/** All Dutch texts by topic: one line a topic. */
export const nl = {
  assessment,
  cascade,
  cases,
  chain,
  challenge,
  cli,
  collect,
  common,
  document,
  dossier,
  errors,
  evidence,
  exchange,
  freeze,
  formats,
  history,
  imports,
  instruments,
  law,
  identity,
  influence,
  map,
  model,
  neutrality,
  ownership,
  pages,
  scenarios,
  robustness,
  search,
  settings,
  sources,
  structure,
  threat,
  vault,
  watch,
  weighing,
  words,
};
