import type { VersionView } from '#shared/ipc/common.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Step } from '#shared/model/records/scenario.ts';
import { type BodyOf, RECORDS, type RecordType } from '#shared/model/records.ts';

/** Ids that read as what they are in a failing test. */
export const idOf = (name: string): RecordId => {
  const hex = Array.from(new TextEncoder().encode(name), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  const text = hex.padEnd(32, '0').slice(0, 32);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}` as RecordId;
};

const view = <T extends RecordType>(type: T, name: string, body: BodyOf<T>): VersionView => ({
  record: idOf(name),
  type,
  digest: idOf(name) as never,
  marking: 'open',
  body: RECORDS[type].body.parse(body) as never,
  change: idOf(name) as never,
  author: { name: 'Anna', department: 'EZ', key: 'a' } as never,
  time: '2026-11-25T10:00:00.000Z' as never,
});

export const company = (name: string, country = 'NL') =>
  view('company', name, { name, form: 'company', country });
export const state = (name: string, country: string) =>
  view('publicBody', name, { name, level: 'state', country });

const claim = (subject: string, property: string, value: BodyOf<'claim'>['value']) =>
  view('claim', `${subject}${property}${JSON.stringify(value)}`.replaceAll('"', '').slice(-16), {
    subject: idOf(subject),
    property,
    value,
    reliability: 'A',
    credibility: '1',
    certainty: 'asserted',
    basis: [],
  });

type Said = { readonly [property: string]: BodyOf<'claim'>['value'] };
export const percent = (number: number) => ({ kind: 'number', number, unit: 'percent' }) as const;
export const percents = (min: number, max: number) => ({ kind: 'range', min, max, unit: 'percent' }) as const;
export const count = (number: number) => ({ kind: 'number', number, unit: 'count' }) as const;
export const yes = { kind: 'yesNo', yes: true } as const;

/** `from` owns `to`, with claims about how much. */
export const owns = (from: string, to: string, said: Said, kind: BodyOf<'relation'>['kind'] = 'owns') => {
  const name = `${from}>${to}`;
  return [
    view('relation', name, { kind, from: idOf(from), to: idOf(to) }),
    ...Object.entries(said).map(([property, value]) => claim(name, property, value)),
  ];
};

/** A decision that two records are one party, by the name of the first. */
export const same = (first: string, second: string) =>
  view('identity', `${first}=${second}`, {
    decision: 'same',
    records: [idOf(first), idOf(second)],
    named: idOf(first),
    reason: 'Zelfde nummer',
  } as never);

/** A claim that one party bends the will of another, by law and with nobody knowing how probable. */
export const influence = (actor: string, party: string, grip: 'influence' | 'control') =>
  view('influence', `${actor}~${party}`, {
    actor: idOf(actor),
    party: idOf(party),
    channel: 'obligedByLaw',
    wording: 'affiliated',
    grip,
    reliability: 'B',
    credibility: '2',
  } as never);

export const about = (name: string, said: Said) =>
  Object.entries(said).map(([property, value]) => claim(name, property, value));

type Draft = Partial<Omit<BodyOf<'scenario'>, 'steps'>> & { readonly steps?: readonly StepInput[] };
export type StepInput = Step;

export const scenario = (title: string, target: string, { steps = [], ...draft }: Draft = {}) =>
  view('scenario', title, {
    title,
    kind: 'other',
    company: idOf(target),
    parties: [],
    ...draft,
    steps: [...steps],
  });

export const exact = (value: number) => ({ kind: 'exact', value }) as const;
export const range = (min: number, max: number) => ({ kind: 'range', min, max }) as const;
export const UNKNOWN = { kind: 'unknown' } as const;
export const by = (name: string) => ({ record: idOf(name) });
