import type { IdentifierName } from '../identifiers.ts';
import type { EntityType } from '../records.ts';
import type { Unit, ValueKind } from '../value.ts';
import type { RELATION_KINDS } from '../vocabulary.ts';

export type RelationKind = (typeof RELATION_KINDS)[number];
/** What a claim can be about: a type of entity or a kind of relation; the two lists share no word. */
export type SubjectKind = EntityType | RelationKind;
/** Kinds of value that say something; the missing ones are allowed everywhere and so never listed. */
export type SayingKind = Exclude<ValueKind, 'unknown' | 'undisclosed' | 'notApplicable'>;
export type Bilingual = { readonly nl: string; readonly en: string };

/** Parts of the dossier in reading order; relation properties come after those of the entities. */
export const SECTIONS = {
  identity: { nl: 'Identiteit', en: 'Identity' },
  activities: { nl: 'Sectoren en activiteiten', en: 'Sectors and activities' },
  people: { nl: 'Mensen en omvang', en: 'People and size' },
  technologies: { nl: 'Technologie', en: 'Technology' },
  vitalProcesses: { nl: 'Vitale processen', en: 'Vital processes' },
  sites: { nl: 'Vestigingen', en: 'Sites' },
  contracts: { nl: 'Contracten', en: 'Contracts' },
  research: { nl: 'Onderzoek en ontwikkeling', en: 'Research and development' },
  finance: { nl: 'Financiële positie', en: 'Financial position' },
  knowledge: { nl: 'Kennis en informatie', en: 'Knowledge and information' },
  legalStatus: { nl: 'Juridische status', en: 'Legal status' },
  relation: { nl: 'Relatie', en: 'Relation' },
  ownership: { nl: 'Eigendom en zeggenschap', en: 'Ownership and control' },
  supply: { nl: 'Levering en afhankelijkheid', en: 'Supply and dependence' },
  influence: { nl: 'Invloed', en: 'Influence' },
} as const satisfies Record<string, Bilingual>;
export type Section = keyof typeof SECTIONS;

/**
 * Something that can be said of a subject. `values` are the kinds of value allowed, the preferred first; `units` the
 * units a number may carry, the usual first; `min` and `max` the bounds of a number, both included. `many` tells that
 * several different values can be true on one day; without it, two live claims with different values are in dispute.
 * `letter` names the points of the source letter that the property serves.
 */
export type Property = {
  readonly id: string;
  readonly section: Section;
  readonly subjects: readonly SubjectKind[];
  readonly values: readonly SayingKind[];
  readonly units?: readonly Unit[];
  readonly min?: number;
  readonly max?: number;
  readonly check?: IdentifierName;
  /** Codes that a value of kind `code` may have, where the list is closed. */
  readonly codes?: readonly string[];
  readonly many: boolean;
  readonly letter?: readonly string[];
  readonly label: Bilingual;
  readonly hint?: Bilingual;
};

/** A list of properties as written down: the section is said once for the file. */
export type Entry = Omit<Property, 'section' | 'many'> & { readonly many?: boolean };

export const inSection = (section: Section, entries: readonly Entry[]): readonly Property[] =>
  entries.map((entry) => ({ many: false, ...entry, section }));

const YES_NO = ['yesNo'] as const;
const TEXT = ['text'] as const;
const NUMBER = ['number', 'range'] as const;

/** Shorthands for the commonest shapes of value. */
export const yesNo = { values: YES_NO } as const;
export const text = { values: TEXT } as const;
export const texts = { values: TEXT, many: true } as const;
export const date = { values: ['date'] } as const;
export const percent = { values: NUMBER, units: ['percent'], min: 0, max: 100 } as const;
export const euros = { values: NUMBER, units: ['eur', 'usd'], min: 0 } as const;
/** Money that may be negative: a result, an equity. */
export const balance = { values: NUMBER, units: ['eur', 'usd'] } as const;
export const count = { values: NUMBER, units: ['count'], min: 0 } as const;
export const people = { values: NUMBER, units: ['fte', 'count'], min: 0 } as const;
export const months = { values: NUMBER, units: ['months', 'weeks', 'days', 'years'], min: 0 } as const;
