import { count, date, euros, inSection, people, percent, text, texts, yesNo } from './property.ts';

/** Who it is: names and numbers under which registers know it. */
export const IDENTITY = inSection('identity', [
  { id: 'legalName', subjects: ['company'], ...text, label: { nl: 'Statutaire naam', en: 'Legal name' } },
  { id: 'tradeName', subjects: ['company'], ...texts, label: { nl: 'Handelsnaam', en: 'Trade name' } },
  {
    id: 'formerName',
    subjects: ['company', 'person', 'publicBody'],
    ...texts,
    label: { nl: 'Vroegere naam', en: 'Former name' },
  },
  {
    id: 'kvk',
    subjects: ['company', 'publicBody'],
    values: ['code'],
    check: 'kvk',
    label: { nl: 'KvK-nummer', en: 'Trade register number (KvK)' },
    hint: { nl: 'Acht cijfers, zonder controlecijfer.', en: 'Eight digits, no check digit.' },
  },
  {
    id: 'rsin',
    subjects: ['company', 'publicBody'],
    values: ['code'],
    check: 'rsin',
    label: { nl: 'RSIN', en: 'RSIN' },
    hint: { nl: 'Negen cijfers, elfproef.', en: 'Nine digits, eleven-test.' },
  },
  {
    id: 'lei',
    subjects: ['company', 'publicBody'],
    values: ['code'],
    check: 'lei',
    label: { nl: 'LEI', en: 'LEI' },
    hint: { nl: 'Twintig tekens volgens ISO 17442.', en: 'Twenty characters, ISO 17442.' },
  },
  {
    id: 'vat',
    subjects: ['company'],
    values: ['code'],
    check: 'vat',
    label: { nl: 'Btw-identificatienummer', en: 'VAT number' },
  },
  {
    id: 'establishment',
    subjects: ['company', 'site'],
    values: ['code'],
    check: 'establishment',
    many: true,
    label: { nl: 'Vestigingsnummer', en: 'Establishment number' },
  },
  {
    id: 'foreignRegistration',
    subjects: ['company', 'publicBody'],
    values: ['code'],
    many: true,
    label: { nl: 'Nummer in een buitenlands register', en: 'Foreign register number' },
  },
  {
    id: 'legalForm',
    subjects: ['company'],
    values: ['text', 'code'],
    label: { nl: 'Rechtsvorm', en: 'Legal form' },
  },
  { id: 'seat', subjects: ['company', 'publicBody'], ...text, label: { nl: 'Statutaire zetel', en: 'Seat' } },
  { id: 'founded', subjects: ['company', 'publicBody'], ...date, label: { nl: 'Opgericht', en: 'Founded' } },
  {
    id: 'dissolved',
    subjects: ['company', 'publicBody'],
    ...date,
    label: { nl: 'Ontbonden', en: 'Dissolved' },
  },
  {
    id: 'nationality',
    subjects: ['person'],
    values: ['code'],
    check: 'country',
    many: true,
    label: { nl: 'Nationaliteit', en: 'Nationality' },
    hint: { nl: 'Alleen waar het oordeel erop steunt.', en: 'Only where the judgement rests on it.' },
  },
  { id: 'position', subjects: ['person'], ...texts, label: { nl: 'Positie', en: 'Position' } },
  { id: 'website', subjects: ['company', 'publicBody'], ...texts, label: { nl: 'Website', en: 'Website' } },
  {
    id: 'description',
    subjects: ['company', 'person', 'publicBody', 'technology', 'process', 'site', 'product'],
    ...texts,
    label: { nl: 'Omschrijving', en: 'Description' },
  },
]);

/** What it does and where it stands in its market. */
export const ACTIVITIES = inSection('activities', [
  { id: 'sector', subjects: ['company'], ...texts, label: { nl: 'Sector', en: 'Sector' } },
  {
    id: 'sbi2025',
    subjects: ['company', 'site'],
    values: ['code'],
    check: 'sbi2025',
    many: true,
    label: { nl: 'SBI-code (2025)', en: 'SBI code (2025)' },
    hint: {
      nl: 'Vijf cijfers; in het handelsregister sinds september 2025.',
      en: 'Five digits; in the trade register since September 2025.',
    },
  },
  {
    id: 'sbi2008',
    subjects: ['company', 'site'],
    values: ['code'],
    check: 'sbi2008',
    many: true,
    label: { nl: 'SBI-code (2008)', en: 'SBI code (2008)' },
  },
  { id: 'activity', subjects: ['company', 'site'], ...texts, label: { nl: 'Activiteit', en: 'Activity' } },
  { id: 'market', subjects: ['company', 'product'], ...texts, label: { nl: 'Markt', en: 'Market' } },
  {
    id: 'marketShare',
    subjects: ['company', 'product'],
    ...percent,
    many: true,
    letter: ['IND-2'],
    label: { nl: 'Marktaandeel', en: 'Market share' },
  },
  {
    id: 'clusterRole',
    subjects: ['company'],
    ...texts,
    letter: ['IND-2'],
    label: { nl: 'Rol in het cluster', en: 'Role in the cluster' },
  },
  {
    id: 'policyGoal',
    subjects: ['company', 'technology'],
    ...texts,
    letter: ['IND-5'],
    label: { nl: 'Bijdrage aan beleidsdoel', en: 'Contribution to a policy goal' },
    hint: {
      nl: 'Alleen waar de onderneming cruciaal is voor het doel.',
      en: 'Only where the company is crucial to the goal.',
    },
  },
]);

/** How large it is; figures of a year carry that year as their validity. */
export const PEOPLE = inSection('people', [
  {
    id: 'employees',
    subjects: ['company', 'site'],
    ...people,
    label: { nl: 'Medewerkers', en: 'Employees' },
  },
  {
    id: 'employeesNl',
    subjects: ['company'],
    ...people,
    label: { nl: 'Medewerkers in Nederland', en: 'Employees in the Netherlands' },
  },
  {
    id: 'keyPeople',
    subjects: ['company', 'technology'],
    ...count,
    letter: ['IND-1'],
    label: { nl: 'Mensen met onmisbare kennis', en: 'People with indispensable knowledge' },
  },
  {
    id: 'clearedPositions',
    subjects: ['company'],
    ...count,
    letter: ['INS-16'],
    label: { nl: 'Vertrouwensfuncties', en: 'Positions of trust' },
  },
  {
    id: 'revenue',
    subjects: ['company'],
    ...euros,
    label: { nl: 'Omzet', en: 'Revenue' },
    hint: { nl: 'Zet het boekjaar in de geldigheid.', en: 'Put the financial year in the validity.' },
  },
  {
    id: 'governmentRevenue',
    subjects: ['company'],
    ...percent,
    letter: ['IND-2'],
    label: { nl: 'Omzet uit overheid en Defensie', en: 'Revenue from government and Defence' },
  },
  {
    id: 'exportShare',
    subjects: ['company'],
    ...percent,
    label: { nl: 'Omzet uit het buitenland', en: 'Revenue from abroad' },
  },
]);

/** Where it works. */
export const SITES = inSection('sites', [
  { id: 'address', subjects: ['site', 'company'], ...text, label: { nl: 'Adres', en: 'Address' } },
  { id: 'siteFunction', subjects: ['site'], ...texts, label: { nl: 'Functie', en: 'Function' } },
  {
    id: 'siteCapacity',
    subjects: ['site', 'company'],
    values: ['number', 'range'],
    units: ['pieces', 'tonnes', 'count'],
    min: 0,
    label: { nl: 'Capaciteit per jaar', en: 'Capacity a year' },
  },
  { id: 'siteTenure', subjects: ['site'], ...text, label: { nl: 'Eigendom of huur', en: 'Owned or rented' } },
  {
    id: 'siteSecurity',
    subjects: ['site'],
    ...texts,
    letter: ['IND-4'],
    label: { nl: 'Beveiliging', en: 'Security' },
  },
  {
    id: 'sharedSite',
    subjects: ['site'],
    ...yesNo,
    letter: ['IND-4'],
    label: { nl: 'Gedeeld met anderen', en: 'Shared with others' },
  },
]);
