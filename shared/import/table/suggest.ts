import { propertiesFor } from '../../model/properties.ts';
import { fieldsFor } from './fields.ts';
import { cellText } from './header.ts';
import { type Cell, type MappedColumn, type TableChoices, TableMapping, type TableShape } from './mapping.ts';

/** Words by which the columns of tables are commonly called, in Dutch and English, without marks and spaces. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  key: ['key', 'sleutel', 'id'],
  name: [
    'name',
    'naam',
    'bedrijfsnaam',
    'handelsnaam',
    'onderneming',
    'bedrijf',
    'company',
    'companyname',
    'organisatie',
  ],
  country: ['country', 'land', 'landcode', 'countrycode'],
  note: ['note', 'opmerking', 'opmerkingen', 'toelichting', 'notes', 'remark'],
  marking: ['marking', 'rubricering', 'classificatie'],
  validFrom: [
    'validfrom',
    'from',
    'fromdate',
    'vanaf',
    'sinds',
    'ingangsdatum',
    'begindatum',
    'startdate',
    'start',
    'since',
  ],
  validTo: ['validto', 'todate', 'totenmet', 'tm', 'einddatum', 'enddate', 'end', 'until'],
  form: ['form', 'vorm'],
  place: ['place', 'plaats'],
  level: ['level', 'niveau'],
  vital: ['vital', 'vitaal'],
  label: ['label', 'omschrijving', 'description'],
  property: ['property', 'eigenschap', 'kenmerk'],
  value: ['value', 'waarde'],
  min: ['min', 'minimum'],
  max: ['max', 'maximum'],
  unit: ['unit', 'eenheid'],
  reason: ['reason', 'reden'],
  quote: ['quote', 'citaat'],
};

const HOLDER = ['holder', 'houder', 'aandeelhouder', 'eigenaar', 'owner', 'shareholder', 'moeder', 'parent'];
const HELD = [
  'held',
  'deelneming',
  'dochter',
  'subsidiary',
  'vennootschap',
  'onderneming',
  'company',
  'target',
  'doel',
];
const SUPPLIER = ['supplier', 'leverancier', 'vendor', 'from', 'van'];
const CUSTOMER = ['customer', 'afnemer', 'klant', 'buyer', 'to', 'naar'];
const SUBJECT = [
  'subject',
  'onderwerp',
  'partij',
  'party',
  'naam',
  'name',
  'bedrijf',
  'company',
  'onderneming',
];

/** Properties by the short words that tables use for them, besides their own names. */
const PROPERTY_WORDS: Readonly<Record<string, readonly string[]>> = {
  kvk: ['kvk', 'kvknummer', 'kvknr', 'handelsregisternummer'],
  lei: ['lei', 'leicode'],
  rsin: ['rsin'],
  capital: [
    'share',
    'aandeel',
    'belang',
    'percentage',
    'kapitaal',
    'capital',
    'stake',
    'aandeelpercentage',
    'pct',
  ],
  votes: ['votes', 'stemmen', 'stemrecht', 'stemrechten', 'votingrights', 'zeggenschap'],
  volumeShare: ['share', 'aandeel', 'volumeshare', 'aandeelinkoop', 'percentage'],
  suppliedProduct: ['product', 'artikel', 'goed', 'goederen', 'dienst', 'onderdeel', 'item'],
  essential: ['essential', 'essentieel', 'kritiek', 'critical'],
  timeToReplace: [
    'timetoreplace',
    'vervangtijd',
    'vervangingstijd',
    'tijdomtevervangen',
    'omschakeltijd',
    'maandenomtevervangen',
  ],
  stockCover: ['stock', 'voorraad', 'stockcover', 'voorraadreikt', 'voorraadweken'],
  singleSource: ['singlesource', 'enigeleverancier', 'enigebron'],
  employees: ['employees', 'medewerkers', 'werknemers', 'fte', 'personeel'],
  revenue: ['revenue', 'omzet', 'turnover'],
  foreignRegistration: ['registernummer', 'registrationnumber', 'registernumber'],
};

const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');

const has = (words: readonly string[] | undefined, name: string): boolean => words?.includes(name) ?? false;

/** Role and identifier of a column such as `kvk houder` or `Holder LEI`. */
function partyField(name: string, roles: Readonly<Record<string, readonly string[]>>): string | undefined {
  for (const [role, words] of Object.entries(roles)) {
    if (words.includes(name)) return role;
    for (const word of words)
      for (const id of ['kvk', 'kvknummer', 'lei', 'rsin', 'key', 'id'])
        if (name === `${id}${word}` || name === `${word}${id}`)
          return `${role}.${id === 'id' ? 'key' : id.replace('nummer', '')}`;
    if (words.some((word) => name === `naam${word}` || name === `${word}naam` || name === `${word}name`))
      return role;
  }
  return undefined;
}

const rolesOf = (shape: TableShape, supply: boolean): Readonly<Record<string, readonly string[]>> => {
  if (shape === 'claims') return { subject: SUBJECT };
  if (shape === 'entities') return {};
  return supply ? { from: SUPPLIER, to: CUSTOMER } : { from: HOLDER, to: HELD };
};

/** The shape of table that a header speaks of, and whether it is one of supplies. */
export function shapeOf(header: readonly string[]): { readonly shape: TableShape; readonly supply: boolean } {
  const names = header.map(bare);
  const any = (words: readonly string[]): boolean =>
    names.some((name) => partyField(name, { role: words }) !== undefined);
  const claims =
    names.some((name) => has(WORDS.property, name)) && names.some((name) => has(WORDS.value, name));
  if (claims) return { shape: 'claims', supply: false };
  const supply = any(SUPPLIER.slice(0, 3)) && any(CUSTOMER.slice(0, 4));
  if (supply) return { shape: 'relations', supply };
  if (any(HOLDER) && any(HELD)) return { shape: 'relations', supply: false };
  return { shape: 'entities', supply: false };
}

/** Shares of one, as far as the sample shows: all numbers between 0 and 1, and at least one of them broken. */
const areParts = (cells: readonly Cell[]): boolean => {
  const numbers = cells
    .map((cell) => Number(cellText(cell).replace(',', '.')))
    .filter((_, i) => cellText(cells[i]) !== '');
  return (
    numbers.length > 0 &&
    numbers.every((one) => one >= 0 && one <= 1) &&
    numbers.some((one) => one > 0 && one < 1)
  );
};

/**
 * A mapping that a person may begin with: what the names of the columns say, in the given shape or the one that the
 * header speaks of. `sample` are the first rows, by which parts are told from percentages. Nothing is certain here: the
 * preview shows what it comes to.
 */
export function suggestMapping(
  header: readonly string[],
  sample: readonly (readonly Cell[])[],
  chosen: TableChoices = {},
): TableMapping {
  const guess = shapeOf(header);
  const shape = chosen.shape ?? guess.shape;
  const kind = chosen.relationKind ?? (guess.supply ? 'supplies' : 'owns');
  const supply = kind === 'supplies' || kind === 'dependsOn';
  const base = TableMapping.parse({ ...chosen, shape, relationKind: kind, columns: [] });
  const fields = new Set(fieldsFor(base).map(({ id }) => id));
  const subject = shape === 'entities' ? base.entityType : base.relationKind;
  const properties = shape === 'claims' ? [] : propertiesFor(subject);
  const roles = rolesOf(shape, supply);
  const taken = new Set<string>();
  const columns: MappedColumn[] = [];
  header.forEach((column, index) => {
    const name = bare(column);
    const bound = /^(.*?)(min|max)(?:imum)?$/.exec(name);
    const candidates = [
      partyField(name, roles),
      ...properties
        .filter(
          ({ id, label }) =>
            has(PROPERTY_WORDS[id], name) ||
            bare(id) === name ||
            bare(label.nl) === name ||
            bare(label.en) === name,
        )
        .map(({ id }) => `property:${id}`),
      ...(bound && shape === 'relations' && !supply
        ? [`property:${has(PROPERTY_WORDS.votes, bound[1] as string) ? 'votes' : 'capital'}.${bound[2]}`]
        : []),
      ...Object.keys(WORDS).filter((id) => has(WORDS[id], name)),
    ];
    const field = candidates.find((one) => one !== undefined && fields.has(one) && !taken.has(one));
    if (field === undefined) return;
    taken.add(field);
    const share = /^property:(?:capital|votes|volumeShare|salesShare)/.test(field);
    const parts = share && areParts(sample.map((cells) => cells[index] ?? ''));
    columns.push({ header: column, field, ...(parts ? { fraction: true } : {}) });
  });
  return { ...base, columns };
}
