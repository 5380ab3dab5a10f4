import type { Certainty3 } from '../ownership/interest.ts';

type Option = {
  readonly kind: string;
  readonly intervention: string | null;
  readonly control: Certainty3;
};

/**
 * The lightest option after which a foreign state certainly has no control (PUR-18), out of options in the order of
 * intervention. Undefined where the deal to be averted gives no control either: excluding it tells no option from another.
 */
export function lightestOption<T extends Option>(options: readonly T[]): T | undefined {
  const averts = options.some(({ kind, control }) => kind === 'unwantedDeal' && control !== 'excluded');
  return averts
    ? options.find(
        ({ kind, control, intervention }) =>
          kind !== 'unwantedDeal' && control === 'excluded' && intervention !== null,
      )
    : undefined;
}
