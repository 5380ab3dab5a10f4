import { describe, expect, test } from 'vitest';
import {
  type ClaimDraft,
  claimToDraft,
  newClaim,
  readClaim,
  valueFor,
} from '#renderer/features/dossier/claimDraft.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { propertyOf } from '#shared/model/properties.ts';
import { RECORDS } from '#shared/model/records.ts';

const SUBJECT = '00000000-0000-4000-8000-000000000001' as RecordId;
const SOURCE = '00000000-0000-4000-8000-000000000002' as RecordId;
const draft = (property: string, part: Partial<ClaimDraft> = {}): ClaimDraft => ({
  ...newClaim(property, 'open'),
  ...part,
});
const withValue = (property: string, value: Partial<ClaimDraft['value']>): ClaimDraft => {
  const start = draft(property);
  return { ...start, value: { ...start.value, ...value } };
};

describe('a fact that is typed in', () => {
  test('starts with grades that say that nobody judged them yet', () => {
    const { reliability, credibility } = newClaim('kvk', 'depV');
    expect([reliability, credibility]).toEqual(['F', '6']);
  });

  test('becomes a body that the schema of a claim accepts, its number in normal spelling', () => {
    const { body, errors } = readClaim(
      {
        ...withValue('rsin', { code: ' 1234.56.782 ' }),
        source: SOURCE,
        page: ' p. 3 ',
        validFrom: '2024-03',
      },
      SUBJECT,
    );
    expect(errors).toEqual({});
    expect(RECORDS.claim.body.parse(body)).toEqual({
      subject: SUBJECT,
      property: 'rsin',
      value: { kind: 'code', code: '123456782' },
      source: SOURCE,
      page: 'p. 3',
      reliability: 'F',
      credibility: '6',
      certainty: 'asserted',
      basis: [],
      validFrom: '2024-03',
    });
  });

  test('is refused field by field, each with its own reason', () => {
    const { body, errors } = readClaim(
      {
        ...withValue('marketShare', { kind: 'range', min: 34, max: 18 }),
        certainty: 'inferred',
        validFrom: '2024-13',
        page: 'x'.repeat(61),
      },
      SUBJECT,
    );
    expect(body).toBeUndefined();
    expect(errors).toEqual({
      value: { key: 'dossier.error.rangeReversed' },
      basis: { key: 'dossier.error.basis' },
      validFrom: { key: 'dossier.error.date' },
      page: { key: 'dossier.error.tooLong', params: { max: 60 } },
    });
  });

  test('must have an end that is not before its beginning; a vague end is read widely', () => {
    const period = (validFrom: string, validTo: string) =>
      readClaim({ ...withValue('vifoScope', { yes: true }), validFrom, validTo }, SUBJECT).errors.validTo;
    expect(period('2024-03', '2024')).toBeUndefined();
    expect(period('2024-03', '2024-02-29')).toEqual({ key: 'dossier.error.validityReversed' });
  });

  test('cannot leave a number empty and mean zero by it', () => {
    expect(readClaim(withValue('revenue', { kind: 'number', number: '' }), SUBJECT).errors.value).toEqual({
      key: 'dossier.error.number',
    });
    expect(readClaim(withValue('revenue', { kind: 'number', number: 0 }), SUBJECT).errors).toEqual({});
  });

  test('keeps bounds and lists of the catalogue', () => {
    expect(
      readClaim(withValue('votes', { kind: 'number', number: 101 }), SUBJECT).errors.value,
    ).toMatchObject({
      key: 'dossier.error.valueTooLarge',
      params: { limit: 100 },
    });
    expect(readClaim(withValue('lei', { code: '529900T8BM49AURSDO54' }), SUBJECT).errors.value).toMatchObject(
      {
        key: 'dossier.error.identifierCheckDigit',
      },
    );
  });

  test('comes back from what was stored unchanged', () => {
    const body = RECORDS.claim.body.parse({
      subject: SUBJECT,
      property: 'marketShare',
      value: { kind: 'range', min: 18, unit: 'percent' },
      quote: 'tussen  18',
      reliability: 'B',
      credibility: '2',
      certainty: 'inferred',
      basis: [SOURCE],
      note: 'zie  ook',
      validTo: '2025',
    });
    expect(readClaim(claimToDraft(body, 'depV'), SUBJECT).body).toEqual(body);
  });

  test('keeps what was typed when the property changes, where the new property can hold it', () => {
    const share = propertyOf('marketShare');
    const revenue = propertyOf('revenue');
    if (!share || !revenue) throw new Error('the catalogue lost a property');
    const typed = withValue('marketShare', { kind: 'number', number: 12 }).value;
    expect(valueFor(revenue, typed)).toMatchObject({ kind: 'number', number: 12, unit: 'eur' });
    expect(valueFor(share, { ...typed, kind: 'unknown' })).toMatchObject({
      kind: 'unknown',
      unit: 'percent',
    });
  });
});
