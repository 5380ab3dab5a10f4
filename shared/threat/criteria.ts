/**
 * The investor's side of the Wet vifo, arts. 19 to 21, as a template for condition 2 (field-practice 2.1.6). The words
 * are a summary, so that each stands as to be verified in the Act.
 */
export const CRITERIA = [
  { id: 'transparency', article: 'art. 19' },
  { id: 'sanctions', article: 'art. 19' },
  { id: 'homeSecurity', article: 'art. 19' },
  { id: 'offences', article: 'art. 19' },
  { id: 'cooperation', article: 'art. 19' },
  { id: 'serviceRecord', article: 'art. 20' },
  { id: 'finances', article: 'art. 20' },
  { id: 'governmentTies', article: 'art. 20' },
  { id: 'motives', article: 'art. 20' },
  { id: 'compellingLaw', article: 'art. 20' },
  { id: 'knowledgeHandling', article: 'art. 21' },
  { id: 'stateProgramme', article: 'art. 21' },
] as const;
export type CriterionId = (typeof CRITERIA)[number]['id'];
export const ARTICLES = ['art. 19', 'art. 20', 'art. 21'] as const;
export const criterionOf = (id: string | undefined) => CRITERIA.find((one) => one.id === id);
