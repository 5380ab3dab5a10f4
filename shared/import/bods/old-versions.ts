import { ENTITY_KINDS } from './codes.ts';
import type { Item } from './read.ts';
import { membersOf, textOf } from './schema.ts';

type Members = Readonly<Record<string, unknown>>;

const RECORD_TYPE: Readonly<Record<string, string>> = {
  entityStatement: 'entity',
  personStatement: 'person',
  ownershipOrControlStatement: 'relationship',
};

/** Words of 0.2 and 0.3 that 0.4 says otherwise; the rest differs in spelling alone (`voting-rights`). */
const INTEREST_WORDS: Readonly<Record<string, string>> = {
  influenceOrControl: 'otherInfluenceOrControl',
  settlorOfTrust: 'settlor',
  trusteeOfTrust: 'trustee',
  protectorOfTrust: 'protector',
  beneficiaryOfTrust: 'beneficiaryOfLegalArrangement',
  otherInfluenceOrControlOfTrust: 'otherInfluenceOrControl',
  rightsToSurplusAssets: 'rightsToSurplusAssetsOnDissolution',
};
const NAME_WORDS: Readonly<Record<string, string>> = { individual: 'legal' };

const camel = (word: string): string =>
  word.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The same code in the words of 0.4; what is no text is left for the schema to refuse. */
const reworded = (value: unknown, words: Readonly<Record<string, string>> = {}): unknown => {
  if (typeof value !== 'string') return value;
  const word = camel(value);
  return Object.hasOwn(words, word) ? words[word] : word;
};

/** Members with a value: an absent member stays absent. */
const present = (members: Members): Members =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

const mapped = (list: unknown, change: (one: Members) => unknown): unknown =>
  Array.isArray(list) ? list.map((one) => (membersOf(one) ? change(one as Members) : one)) : list;

/** Countries of addresses were two-letter codes. */
const address = (one: Members): Members =>
  typeof one.country === 'string' ? { ...one, country: { name: one.country, code: one.country } } : one;

/** In 0.2 `exclusiveMinimum` only said whether `minimum` itself was left out; a closed range holds it all the same. */
function share(value: unknown): unknown {
  const members = membersOf(value);
  if (!members) return value;
  const { exclusiveMinimum: low, exclusiveMaximum: high, ...rest } = members;
  return present({
    ...rest,
    exclusiveMinimum: typeof low === 'boolean' ? undefined : low,
    exclusiveMaximum: typeof high === 'boolean' ? undefined : high,
  });
}

const interest = ({ interestLevel, type, ...rest }: Members): Members =>
  present({
    ...rest,
    type: reworded(type, INTEREST_WORDS),
    directOrIndirect: rest.directOrIndirect ?? interestLevel,
    share: share(rest.share),
  });

const unspecified = (value: unknown): unknown => {
  const members = membersOf(value);
  return members ? present({ ...members, reason: reworded(members.reason) }) : value;
};

function entityType(type: unknown, subtype: unknown): unknown {
  const members = membersOf(type);
  const kind = members ? members.type : type;
  const general = members?.subtype ?? membersOf(subtype)?.generalCategory;
  const word = textOf(reworded(general));
  const allowed: readonly string[] =
    typeof kind === 'string' && Object.hasOwn(ENTITY_KINDS, kind)
      ? ENTITY_KINDS[kind as keyof typeof ENTITY_KINDS]
      : [];
  return present({
    type: kind,
    subtype: word === undefined ? undefined : allowed.includes(word) ? word : 'other',
    details: members?.details ?? membersOf(subtype)?.localTerm,
  });
}

const ENTITY_MEMBERS = [
  'name',
  'alternateNames',
  'identifiers',
  'foundingDate',
  'dissolutionDate',
  'uri',
  'publicListing',
  'formedByStatute',
] as const;
const PERSON_MEMBERS = [
  'identifiers',
  'nationalities',
  'birthDate',
  'deathDate',
  'taxResidencies',
  'politicalExposure',
] as const;

const pick = (members: Members, names: readonly string[]): Members =>
  Object.fromEntries(names.flatMap((name) => (Object.hasOwn(members, name) ? [[name, members[name]]] : [])));

function entityDetails(old: Members): Members {
  return {
    isComponent: old.isComponent ?? false,
    entityType: entityType(old.entityType, old.entitySubtype),
    ...pick(old, ENTITY_MEMBERS),
    ...present({
      unspecifiedEntityDetails: unspecified(old.unspecifiedEntityDetails),
      jurisdiction: old.jurisdiction ?? old.incorporatedInJurisdiction,
      addresses: mapped(old.addresses, address),
    }),
  };
}

function personDetails(old: Members): Members {
  const living = membersOf(old.placeOfResidence);
  const addresses =
    Array.isArray(old.addresses) || !living ? old.addresses : [{ ...living, type: 'residence' }];
  const pep =
    typeof old.hasPepStatus === 'boolean'
      ? present({ status: old.hasPepStatus ? 'isPep' : 'isNotPep', details: old.pepStatusDetails })
      : undefined;
  const birth = membersOf(old.placeOfBirth);
  return {
    isComponent: old.isComponent ?? false,
    personType: old.personType,
    ...pick(old, PERSON_MEMBERS),
    ...present({
      unspecifiedPersonDetails: unspecified(old.unspecifiedPersonDetails),
      names: mapped(old.names, (name) => present({ ...name, type: reworded(name.type, NAME_WORDS) })),
      placeOfBirth: birth ? present({ ...address(birth), type: 'placeOfBirth' }) : old.placeOfBirth,
      addresses: mapped(addresses, address),
      politicalExposure: old.politicalExposure ?? pep,
    }),
  };
}

function party(value: unknown, rootOf: (id: string) => string): unknown {
  const members = membersOf(value);
  if (!members) return value;
  const named = members.describedByEntityStatement ?? members.describedByPersonStatement;
  if (named !== undefined) return typeof named === 'string' ? rootOf(named) : named;
  return unspecified(members.unspecified ?? value);
}

const relationshipDetails = (old: Members, rootOf: (id: string) => string): Members => ({
  isComponent: old.isComponent ?? false,
  ...present({
    subject: party(old.subject, rootOf),
    interestedParty: party(old.interestedParty, rootOf),
    interests: mapped(old.interests, interest),
    componentRecords: Array.isArray(old.componentStatementIDs)
      ? old.componentStatementIDs.map((id: unknown) => (typeof id === 'string' ? rootOf(id) : id))
      : old.componentStatementIDs,
  }),
});

function upgraded(old: Members, id: string, rootOf: (id: string) => string): Members {
  const recordType =
    typeof old.statementType === 'string' && Object.hasOwn(RECORD_TYPE, old.statementType)
      ? RECORD_TYPE[old.statementType]
      : old.statementType;
  const details =
    recordType === 'entity'
      ? entityDetails(old)
      : recordType === 'person'
        ? personDetails(old)
        : relationshipDetails(old, rootOf);
  const source = membersOf(old.source);
  return present({
    statementId: old.statementID,
    statementDate: old.statementDate,
    annotations: old.annotations,
    publicationDetails: old.publicationDetails,
    source:
      source && Array.isArray(source.type)
        ? { ...source, type: source.type.map((type) => reworded(type)) }
        : old.source,
    declarationSubject: rootOf(id),
    recordId: rootOf(id),
    recordType,
    recordDetails: details,
  });
}

/** A statement in the shape of 0.4; `old` tells that it came in the shape of an earlier version. */
export type Shaped = Item & { readonly old: boolean; readonly candidate: Readonly<Record<string, unknown>> };

const isOld = ({ value }: Item): boolean =>
  Object.hasOwn(value, 'statementType') && !Object.hasOwn(value, 'recordType');

/** Ids of statements that a statement of an earlier version replaces or names, as text. */
function namedBy(value: Members): readonly string[] {
  const ends = [value.subject, value.interestedParty].map((one) => {
    const members = membersOf(one);
    return members?.describedByEntityStatement ?? members?.describedByPersonStatement;
  });
  const components: readonly unknown[] = Array.isArray(value.componentStatementIDs)
    ? value.componentStatementIDs
    : [];
  return [replacedBy(value), ...ends, ...components].filter((id): id is string => typeof id === 'string');
}

const replacedBy = (value: Members): unknown =>
  Array.isArray(value.replacesStatements) ? value.replacesStatements[0] : undefined;

/**
 * Brings statements of 0.2 and 0.3 into the shape of 0.4 while they arrive. Those versions have no record ids: a
 * statement that replaces others is of the same record as the first of them, and that one's id stands for the record.
 * A statement that names another which has not come yet waits for the end; in a file in the order that the standard
 * asks for none does. Statements of 0.4 pass unchanged. Nothing is dropped that 0.4 can say, and nothing is judged.
 */
export class Shaper {
  readonly #replaced = new Map<string, string>();
  /** Statements of which the record is known for good. */
  readonly #rooted = new Set<string>();
  #waiting: Item[] = [];

  /** The statement in the new shape; undefined while it waits. */
  shape(item: Item): Shaped | undefined {
    if (!isOld(item)) return { ...item, old: false, candidate: item.value };
    const { value } = item;
    const id = textOf(value.statementID);
    const first = replacedBy(value);
    if (id !== undefined && typeof first === 'string') this.#replaced.set(id, first);
    if (!namedBy(value).every((one) => this.#rooted.has(one))) {
      this.#waiting.push(item);
      return undefined;
    }
    if (id !== undefined) this.#rooted.add(id);
    return this.#upgrade(item);
  }

  /** The statements that waited, now that all are there. */
  rest(): readonly Shaped[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting.map((item) => this.#upgrade(item));
  }

  #upgrade(item: Item): Shaped {
    const id = textOf(item.value.statementID) ?? '';
    return { ...item, old: true, candidate: upgraded(item.value, id, (one) => this.#rootOf(one)) };
  }

  #rootOf(id: string): string {
    const seen = new Set<string>();
    let root = id;
    for (let next = this.#replaced.get(root); next !== undefined && !seen.has(root); ) {
      seen.add(root);
      root = next;
      next = this.#replaced.get(root);
    }
    // Shortens the chain for the next one who asks, so that a long chain is walked once.
    for (const step of seen) if (step !== root) this.#replaced.set(step, root);
    return root;
  }
}
