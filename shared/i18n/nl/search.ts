/** Search over one case or all of them, and quick ways to go. */
export const search = {
  title: 'Zoeken',
  field: 'Zoek in feiten, partijen, bronnen en notities',
  scope: 'Waar zoeken',
  thisCase: 'Deze zaak',
  allCases: 'Alle zaken',
  results: 'Resultaten',
  actions: 'Ga naar',
  hits_one: '{{count}} resultaat',
  hits_other: '{{count}} resultaten',
  many: 'Eerste {{count}} resultaten; typ meer om te verfijnen',
  nothing: 'Niets gevonden',
  nothingText: 'Probeer minder of andere woorden. Het begin van een woord is genoeg.',
  hint: 'Typ enkele letters; het begin van een woord is genoeg.',
  about: 'over {{name}}',
  inCase: 'in {{title}}',
  keys: '↑ ↓ kiezen · Enter openen · Esc sluiten',
};
