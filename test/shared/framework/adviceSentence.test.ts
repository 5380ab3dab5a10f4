import { expect, test } from 'vitest';
import { adviceSentence } from '#shared/framework/adviceSentence.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { evaluate } from '#shared/framework/evaluate.ts';
import type { AssessmentInputs } from '#shared/framework/inputs.ts';
import { soundInputs } from './randomPack.ts';

const MET = {
  'PUR-13': 'met',
  'STR-2': 'met',
  'SC-1': 'met',
  'CON-1': 'met',
  'CON-2': 'met',
  'NEC-01': 'met',
  'NEC-02': 'met',
  'NEC-05': 'met',
  'NEC-06': 'met',
} as const;
const say = (inputs: AssessmentInputs, lang: 'nl' | 'en' = 'nl') =>
  adviceSentence(evaluate(BEV_2023, inputs), BEV_2023, lang);

test('a positive advice names every gate and every ground it rests on, and leaves the decision to the cabinet', () => {
  expect(say(soundInputs({ ...MET, 'SC-4': 'met' }))).toBe(
    'Positief advies: het doel is bescherming van de nationale veiligheid; de onderneming is systeemrelevant of ' +
      'van strategisch belang (STR-2); de zaak valt binnen de reikwijdte (SC-1, SC-4); aan beide voorwaarden is ' +
      'voldaan; wetgeving en markt bieden geen uitkomst; de inzet is noodzakelijk en niet uitgelokt. Het kabinet ' +
      'beslist over de inzet.',
  );
});

test('an open condition is named with why it is open, in both languages', () => {
  const open = soundInputs({ ...MET, 'CON-2': 'undetermined' });
  expect([say(open), say(open, 'en')]).toEqual([
    'Nog geen advies: voorwaarde 2 (invloed van een statelijke actor) is niet vastgesteld. Dit is het enige ' +
      'onderdeel dat nog openstaat.',
    'No advice yet: condition 2 (influence of a state actor) has not been established. This is the only item still ' +
      'open.',
  ]);
});

test('three open items are named, those that could settle the outcome first, and the others are counted', () => {
  const said = soundInputs({ 'STR-2': 'met', 'CON-2': 'met', 'NEC-01': 'met', 'NEC-02': 'met' });
  const spoilt = said.verdicts.map((one) => (one.leaf === 'CON-2' ? { ...one, evidence: 0 } : one));
  expect(say({ ...said, verdicts: spoilt })).toBe(
    'Nog geen advies: het doel van ingrijpen is nog niet beoordeeld; voorwaarde 1 (risico voor de nationale ' +
      'veiligheid) is nog niet beoordeeld; in het oordeel over voorwaarde 2 (invloed van een statelijke actor) ' +
      'ontbreekt bewijs; er staan nog 3 andere onderdelen open. Een oordeel waarin argument of bewijs ontbreekt, ' +
      'telt niet mee (constructie van het instrument).',
  );
});

test('a refusal uses the words of the reason why the case was opened, and names what fails besides', () => {
  const inputs = soundInputs({ ...MET, 'CON-1': 'notMet', 'NEC-02': 'notMet' });
  expect(say({ ...inputs, trigger: 'existingHolding' })).toBe(
    "Negatief advies: het bestaande belang leidt niet tot risico's voor de nationale veiligheid. Daarnaast geldt: " +
      'alternatieve financiering in de markt ondervangt het risico adequaat.',
  );
});

test('evidence without a source is told with the advice that rests on it', () => {
  const inputs = soundInputs({ 'NEC-01': 'notMet' });
  const verdicts = inputs.verdicts.map((one) => ({ ...one, unsourcedEvidence: 1 }));
  expect(say({ ...inputs, verdicts }, 'en')).toBe(
    'Another instrument suffices: existing law and instruments absorb the risk adequately. Note: one verdict rests ' +
      'on evidence without a source.',
  );
});

test('a new case has no advice and says so', () => {
  expect(say(soundInputs({}))).toBe('Nog geen advies: er is nog niets beoordeeld.');
});
