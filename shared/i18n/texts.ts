/** The same topic in another language: the same keys, other words. A forgotten or surplus key does not compile. */
export type Texts<Topic> = {
  readonly [Key in keyof Topic]: Topic[Key] extends string ? string : Texts<Topic[Key]>;
};

/** `one` and `other` forms of a count are two texts under one key. */
type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;

/** Dotted paths to the texts of a tree, such as `common.save`; plural forms count as one key. */
export type KeysOf<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? WithoutPlural<Name>
    : `${Name}.${KeysOf<Tree[Name]>}`;
}[keyof Tree & string];
