import { expect, it } from 'vitest';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { withOwnIndicators } from '#shared/framework/own-indicators.ts';
import type { BodyOf } from '#shared/model/records.ts';

const own = (id: string): BodyOf<'indicatorDefinition'> => ({
  id,
  block: 'core',
  title: 'Afhankelijkheid van één testlocatie',
  question: 'Is er één plaats waar getest kan worden?',
  reason: 'De brief noemt voorbeelden; hier telt ook de testlocatie.',
  anchors: ['geen', 'licht', 'matig', 'groot', 'geheel'],
  interests: [],
});

it('both lists of the letter are open: an own indicator stands behind the others, labelled as a construct (IND-O)', () => {
  const { indicators } = withOwnIndicators(BEV_2023, [own('OWN-testlocatie')]);
  expect(indicators.length).toBe(BEV_2023.indicators.length + 1);
  expect(indicators.at(-1)).toMatchObject({ id: 'OWN-testlocatie', letter: ['IND-O'], construct: true });
  expect(indicators.at(-1)?.scale.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
});

it('an id that the pack has already stays the pack’s, and no definition leaves the pack as it is', () => {
  const taken = { ...own('OWN-x'), id: 'IND-1' } as BodyOf<'indicatorDefinition'>;
  expect(withOwnIndicators(BEV_2023, [taken]).indicators).toEqual(BEV_2023.indicators);
  expect(withOwnIndicators(BEV_2023, [])).toBe(BEV_2023);
});
