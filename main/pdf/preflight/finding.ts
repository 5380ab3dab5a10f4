/** The closed list of what can be wrong with a document; the clause is that of ISO 14289-1 (UA) or ISO 19005-3 (A). */
export const RULES = {
  unreadable: 'the file cannot be read as PDF',
  encrypted: 'A 6.1.3: the file is encrypted',
  identifier: 'A 6.1.3: the trailer has no ID',
  notMarked: 'UA 7.1: the catalog does not say that it is tagged',
  language: 'UA 7.2: the catalog has no language',
  titleShown: 'UA 7.1: the title is not set to be shown',
  outputIntent: 'A 6.2.2: there is no output intent with a profile',
  metadata: 'A 6.6, UA 5: the metadata lacks its claim or its title',
  attachment: 'A 6.8: an attachment is not described or not tied to the catalog',
  action: 'A 6.5: there is a forbidden action',
  fontNotEmbedded: 'A 6.2.11.4, UA 7.21.4: a font is not embedded',
  fontNoUnicode: 'UA 7.21.7: a font or a glyph has no map to Unicode',
  noStructure: 'UA 7.1: there is no structure tree',
  role: 'UA 7.1: a structure type has no standard role',
  alternate: 'UA 7.3: a figure has no alternate text',
  headings: 'UA 7.4.2: a heading level is skipped',
  tableHeader: 'UA 7.5: a header cell has no scope',
  tableRows: 'UA 7.5: rows of a table differ in length, or there are none',
  list: 'UA 7.6: a list holds something that is no item',
  tabOrder: 'UA 7.18.3: a page with annotations has no tab order',
  linkContents: 'UA 7.18.5: a link has no description',
  linkNotTagged: 'UA 7.18.5: a link is not in the structure',
  untagged: 'UA 7.1: something is painted outside structure and artifacts',
  stringTooLong: 'A 6.1.13: a string is longer than 32,767 bytes',
  missingGlyph: 'A 6.2.11.8, UA 7.21.8: a character without a glyph is painted',
} as const;
export type Rule = keyof typeof RULES;

/** Never holds text of the document. `page` counts from 1 and is absent where the whole file is meant. */
export type Finding = { readonly rule: Rule; readonly page?: number };

export type Report = (rule: Rule, page?: number) => void;
