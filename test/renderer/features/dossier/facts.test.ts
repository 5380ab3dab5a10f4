import { expect, test } from 'vitest';
import { emptySections, groupFacts, sectionFacts } from '#renderer/features/dossier/facts.ts';
import type { ClaimView } from '#shared/ipc/dossier.ts';

const claim = (record: string, property: string, validFrom?: string): ClaimView =>
  ({
    record,
    versions: [
      {
        record,
        type: 'claim',
        body: { property, ...(validFrom ? { validFrom } : {}) },
        time: '2026-01-01T00:00:00.000Z',
      },
    ],
    unsourced: false,
    disputed: false,
  }) as unknown as ClaimView;

test('facts stand in the order of the catalogue, what a newer app knows comes last', () => {
  const claims = [claim('a', 'fromTheFuture'), claim('b', 'revenue'), claim('c', 'legalName')];
  expect(groupFacts(claims).map(({ id }) => id)).toEqual(['legalName', 'revenue', 'fromTheFuture']);
  expect(sectionFacts(claims).map(({ section }) => section)).toEqual(['identity', 'people', null]);
});

test('what holds since the latest day comes first, a fact without a beginning last', () => {
  const [group] = groupFacts([
    claim('a', 'revenue'),
    claim('b', 'revenue', '2024'),
    claim('c', 'revenue', '2025'),
  ]);
  expect(group?.claims.map(({ record }) => record)).toEqual(['c', 'b', 'a']);
});

test('a section is offered as empty only where the party could have such facts', () => {
  const sections = emptySections([claim('a', 'legalName')], 'company');
  expect(sections).toContain('finance');
  expect(sections).not.toContain('identity');
  expect(emptySections([], 'person')).not.toContain('finance');
});
