/**
 * The scale of the Dutch national risk assessment (Leidraad, Analistennetwerk Nationale Veiligheid): impact classes X
 * and A to E with a factor of three between them. Field practice 2.4 holds the factor for probable, not confirmed, so a
 * page that uses it says so. Level 1 is A; X is no impact.
 */
export const IMPACT_CLASSES = ['X', 'A', 'B', 'C', 'D', 'E'] as const;
export type ImpactClass = (typeof IMPACT_CLASSES)[number];

/** X 0, A 1/81, B 1/27, C 1/9, D 1/3, E 1. */
export const impactValue = (impact: ImpactClass): number =>
  impact === 'X' ? 0 : 3 ** (IMPACT_CLASSES.indexOf(impact) - 5);

/** The class of a level from 1 to 5. */
export const classOfLevel = (level: 1 | 2 | 3 | 4 | 5): ImpactClass => IMPACT_CLASSES[level] as ImpactClass;

/** The class of a summed value: the lowest class that is at least as great, E above it. */
export const classOfValue = (value: number): ImpactClass =>
  IMPACT_CLASSES.find((impact) => impactValue(impact) >= value - 1e-12) ?? 'E';
