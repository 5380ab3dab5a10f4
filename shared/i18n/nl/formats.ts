/** A case in open formats, for other tools. */
export const formats = {
  title: 'Open formaten',
  lead: 'Schrijf de stand van nu als bestand voor andere programma’s. Het bestand is niet versleuteld.',
  format: 'Formaat',
  name: {
    bods: 'BODS 0.4 (eigendomsverklaringen)',
    ftm: 'FollowTheMoney (JSON, één entiteit per regel)',
    graphml: 'GraphML (graaf)',
    csv: 'CSV (knopen en relaties, in een zip)',
  },
  help: {
    bods: 'Partijen, belangen en wat daarover vaststaat, volgens de standaard voor eigendomsgegevens. Waarborg leest het terug zonder verlies.',
    ftm: 'Partijen, dingen, relaties en bronnen, voor Aleph en verwante programma’s. Waarborg leest het terug zonder verlies.',
    graphml:
      'Partijen en relaties met hun feiten als kenmerken, voor Gephi, yEd en Cytoscape. Zonder bronnen en waarderingen.',
    csv: 'Twee tabellen voor een rekenblad, zonder bronnen en waarderingen. Cellen die een rekenblad als formule zou uitvoeren, zijn onschadelijk gemaakt.',
  },
  save: 'Bestand opslaan',
  running: 'Bestand wordt gemaakt…',
  saved: 'Bestand opgeslagen: {{name}} ({{size}})',
  marking: 'Hoogste rubricering in het bestand: {{marking}}.',
  leftOut_one: 'Niet in het bestand: {{count}} gegeven waarvoor dit formaat geen plaats heeft.',
  leftOut_other: 'Niet in het bestand: {{count}} gegevens waarvoor dit formaat geen plaats heeft.',
  withheld_one: 'Door de grens weggelaten: {{count}} gegeven.',
  withheld_other: 'Door de grens weggelaten: {{count}} gegevens.',
  disputed_one: 'Van {{count}} gegeven bestaan meer versies naast elkaar; er is één van geschreven.',
  disputed_other:
    'Van {{count}} gegevens bestaan meer versies naast elkaar; er is er telkens één geschreven.',
  part: {
    entity: 'Organisaties',
    person: 'Personen',
    relationship: 'Belangen',
    thing: 'Partijen en dingen',
    link: 'Relaties',
    source: 'Bronnen',
    node: 'Knopen',
    edge: 'Relaties',
  },
};
