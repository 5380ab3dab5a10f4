/** What stands out for now: it changes how a scene is painted, not what is in it. */
export type Emphasis = {
  /** Cards and links that stay bright while the rest fades; undefined: nothing fades. */
  readonly lit?: { readonly cards: ReadonlySet<string>; readonly links: ReadonlySet<string> };
  readonly selected: ReadonlySet<string>;
  /** Where the keyboard is. */
  readonly focus?: string | undefined;
  /** Links whose words are shown. */
  readonly labelled: ReadonlySet<string>;
};

export const PLAIN: Emphasis = { selected: new Set(), labelled: new Set() };
