import type { RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { Probability } from '#shared/model/records/influence.ts';
import type { BodyOf } from '#shared/model/records.ts';
import type { InfluenceTask } from './editor.tsx';
import type { FieldError } from './fieldError.ts';
import { type PeriodErrors, readPeriod } from './period.ts';
import { bodyOf } from './readings.ts';

type Body = BodyOf<'influence'>;

/** An influence claim as it is being written. */
export type InfluenceDraft = Pick<
  Body,
  'channel' | 'wording' | 'grip' | 'reliability' | 'credibility' | 'evidence'
> & {
  readonly actor: RecordId | null;
  readonly party: RecordId | null;
  readonly probability: 'none' | 'term' | 'range';
  readonly term: Extract<Probability, { kind: 'term' }>['term'];
  /** Percentages as typed. */
  readonly min: string;
  readonly max: string;
  readonly confidence: Body['confidence'] | null;
  readonly note: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly marking: Marking;
};

const percentText = (fraction: number): string => String(Math.round(fraction * 1000) / 10).replace('.', ',');

export function startOfInfluence({ versions, actor, party, marking }: InfluenceTask): InfluenceDraft {
  const [version] = versions ?? [];
  const body = version === undefined ? null : bodyOf(version, 'influence');
  const probability = body?.probability;
  return {
    actor: body?.actor ?? actor ?? null,
    party: body?.party ?? party ?? null,
    channel: body?.channel ?? 'directedBy',
    wording: body?.wording ?? 'affiliated',
    grip: body?.grip ?? 'influence',
    evidence: body?.evidence ?? [],
    reliability: body?.reliability ?? 'F',
    credibility: body?.credibility ?? '6',
    probability: probability?.kind ?? 'none',
    term: probability?.kind === 'term' ? probability.term : 'evenChance',
    min: probability?.kind === 'range' ? percentText(probability.min) : '',
    max: probability?.kind === 'range' ? percentText(probability.max) : '',
    confidence: body?.confidence ?? null,
    note: body?.note ?? '',
    validFrom: body?.validFrom ?? '',
    validTo: body?.validTo ?? '',
    marking: version?.marking ?? marking,
  };
}

const fractionOf = (text: string): number => {
  const plain = text.trim().replace('%', '').replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain) / 100;
};

type Read = {
  readonly body: Body | undefined;
  readonly errors: { actor?: FieldError; party?: FieldError; range?: FieldError };
  readonly period: PeriodErrors;
};

/** The claim that a draft makes, or what is wrong with it. */
export function readInfluence(draft: InfluenceDraft): Read {
  const period = readPeriod(draft.validFrom, draft.validTo);
  const [min, max] = [fractionOf(draft.min), fractionOf(draft.max)];
  const ranged = draft.probability === 'range';
  const badRange = ranged && !(min >= 0 && min <= max && max <= 1);
  const errors: Read['errors'] = {
    ...(draft.actor === null ? { actor: { key: 'influence.error.actor' } } : {}),
    ...(draft.party === null || draft.party === draft.actor
      ? { party: { key: 'influence.error.party' } }
      : {}),
    ...(badRange ? { range: { key: 'influence.error.range' } } : {}),
  };
  const { actor, party } = draft;
  if (actor === null || party === null || Object.keys({ ...errors, ...period.errors }).length > 0)
    return { body: undefined, errors, period: period.errors };
  const probability: Probability | undefined =
    draft.probability === 'term'
      ? { kind: 'term', term: draft.term }
      : ranged
        ? { kind: 'range', min, max }
        : undefined;
  return {
    errors,
    period: period.errors,
    body: {
      actor,
      party,
      channel: draft.channel,
      wording: draft.wording,
      grip: draft.grip,
      evidence: draft.evidence,
      reliability: draft.reliability,
      credibility: draft.credibility,
      ...(probability ? { probability } : {}),
      ...(draft.confidence ? { confidence: draft.confidence } : {}),
      ...(draft.note.trim() === '' ? {} : { note: draft.note.trim() }),
      ...(period.validFrom === undefined ? {} : { validFrom: period.validFrom }),
      ...(period.validTo === undefined ? {} : { validTo: period.validTo }),
    },
  };
}
