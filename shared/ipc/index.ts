import { assessmentContract } from './assessment.ts';
import { casesContract } from './cases.ts';
import { chainContract } from './chain.ts';
import { challengeContract } from './challenge.ts';
import { collectContract } from './collect.ts';
import type { Entry } from './contract.ts';
import { dossierContract } from './dossier.ts';
import { evidenceContract } from './evidence.ts';
import { exchangeContract } from './exchange.ts';
import { formatsContract } from './formats.ts';
import { freezeContract } from './freeze.ts';
import { historyContract } from './history.ts';
import { identityContract } from './identity.ts';
import { importsContract } from './imports.ts';
import { instrumentsContract } from './instruments.ts';
import { lawContract } from './law.ts';
import { layoutContract } from './layout.ts';
import { mapContract } from './map.ts';
import { neutralityContract } from './neutrality.ts';
import { ownershipContract } from './ownership.ts';
import { recordsContract } from './records.ts';
import { robustnessContract } from './robustness.ts';
import { scenariosContract } from './scenarios.ts';
import { sourcesContract } from './sources.ts';
import { threatContract } from './threat.ts';
import { vaultContract } from './vault.ts';
import { watchContract } from './watch.ts';
import { weighingContract } from './weighing.ts';

/** Every call and event that can cross between face and shell: one line a feature. */
export const contract = {
  ...vaultContract,
  ...casesContract,
  ...recordsContract,
  ...dossierContract,
  ...assessmentContract,
  ...ownershipContract,
  ...lawContract,
  ...identityContract,
  ...watchContract,
  ...weighingContract,
  ...scenariosContract,
  ...chainContract,
  ...instrumentsContract,
  ...threatContract,
  ...challengeContract,
  ...neutralityContract,
  ...evidenceContract,
  ...collectContract,
  ...freezeContract,
  ...robustnessContract,
  ...layoutContract,
  ...mapContract,
  ...sourcesContract,
  ...historyContract,
  ...importsContract,
  ...exchangeContract,
  ...formatsContract,
} as const satisfies Record<string, Entry>;

export type Contract = typeof contract;
