import type { Judged } from '#shared/framework/judged.ts';
import type { VersionView } from '#shared/ipc/common.ts';
import type { Likelihood } from '#shared/model/records/threat.ts';
import { ok } from '#shared/result.ts';
import { likelihoodBounds } from '#shared/threat/likelihood.ts';
import type { Shown } from './assess-neutrality.ts';
import type { Desk } from './desk.ts';
import type { CliResult } from './failure.ts';

/** How the aggregate is drawn when nobody chose anything: as the screen does. The same seed gives the same figures. */
const DRAWN = { weights: {}, cut: 0.7, draws: 10_000, seed: 1 } as const;

const SETTLED = ['reconciliation', 'indicatorDefinition', 'referenceProfile'] as const;

const boundsOf = ({ body }: VersionView) => likelihoodBounds(body.likelihood as Likelihood);

/**
 * Everything else of the judgement that the dossier holds, part by part as the screens ask for it: who judged and rated
 * what on which evidence, what raters agreed with dissent kept, how far they agree and how much depends on the
 * weighing, threat and hypotheses, the health of the evidence, challenge and self-check, and what was frozen.
 */
export async function judgementOf(call: Desk['call'], shown: Shown, judged: Judged) {
  const { logId, at, day } = shown;
  const robustness = await call('robustness.get', { logId, at, ...DRAWN });
  if (!robustness.ok) return robustness;
  const records = await call('records.list', { logId, at, types: [...SETTLED] });
  if (!records.ok) return records;
  const threat = await call('threat.get', { logId, at });
  if (!threat.ok) return threat;
  const evidence = await call('evidence.get', shown);
  if (!evidence.ok) return evidence;
  const challenge = await call('challenge.get', { logId, at });
  if (!challenge.ok) return challenge;
  const weighing = await call('weighing.get', { logId, at });
  if (!weighing.ok) return weighing;
  const freeze = await frozenOf(call, shown);
  if (!freeze.ok) return freeze;
  const ofType = (type: (typeof SETTLED)[number]) => records.value.filter((one) => one.type === type);
  const { verdicts, checks, missing } = challenge.value;
  return ok({
    verdicts: judged.verdicts,
    ratings: {
      given: judged.ratings,
      agreed: ofType('reconciliation'),
      ownIndicators: ofType('indicatorDefinition'),
    },
    robustness: { ...DRAWN, references: ofType('referenceProfile'), ...robustness.value },
    threat: {
      ...threat.value,
      appraisals: threat.value.appraisals.map((one) => ({ ...one, bounds: one.versions.map(boundsOf) })),
    },
    evidence: { day, ...evidence.value },
    challenge: {
      verdicts: verdicts.map(({ leaf, signers, challenges }) => ({ leaf, signers, challenges })),
      checks,
      missing,
    },
    weighing: weighing.value.parts,
    freeze: freeze.value,
  });
}

/** What stands in the way of a freeze, and what was frozen; both are of now, so nothing is said of an earlier time. */
async function frozenOf(call: Desk['call'], { logId, at }: Shown): Promise<CliResult<unknown>> {
  return at.knownAt === undefined ? call('freeze.list', { logId }) : ok(null);
}
