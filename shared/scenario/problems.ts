/** Why a step of a scenario cannot be done as it says; it then does as much as it can, or nothing. */
export const PROBLEM_CODES = [
  /** The number of shares is not recorded. */
  'sharesNotCounted',
  /** The investor has more already. */
  'belowHolding',
  'poolTooLarge',
  'nothingHeld',
  'tooMuch',
  'perhapsTooMuch',
  'rightAbsent',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
