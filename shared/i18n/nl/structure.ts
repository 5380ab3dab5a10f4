/** Wie van wie afhangt: wat schermen, stukken en opdrachtregel ervan zeggen. */
export const structure = {
  assumes: {
    alternatives:
      'Alle verbindingen gelden als alternatieven van elkaar (OF): dit zegt wie centraal staat, niet wie onmisbaar is.',
    products:
      'Leveranciers van hetzelfde product zijn alternatieven (OF); verschillende producten zijn allemaal nodig (EN).',
    unknown:
      'Welke leveranciers elkaar kunnen vervangen, is niet bekend: wat zeker en wat alleen mogelijk is, staat apart.',
    mapped: 'Binnen het netwerk dat in kaart is gebracht.',
  },
  node: 'Knoop',
  betweenness: 'Tussenpositie',
  pageRank: 'PageRank',
  core: 'Kern',
  cut: 'Snijpunt',
  component: 'Deel',
  size: 'Knopen: {{nodes}}, verbindingen: {{links}}, losse delen: {{components}}.',
  sampled:
    'Tussenpositie geschat uit {{count}} van {{nodes}} bronnen (startgetal {{seed}}): met {{certainty}} zekerheid zit geen knoop er genormaliseerd meer dan {{error}} naast (Hoeffding, Serfling).',
  rounded: 'de gewichten hebben te veel decimalen om er exact mee te rekenen; ze zijn afgerond.',
  overflow:
    'er zijn zoveel kortste wegen dat ze niet te tellen zijn; van {{count}} knopen is de tussenpositie niet bekend.',
  communities_one: '{{count}} groep, modulariteit {{modularity}} (Louvain, startgetal {{seed}}).',
  communities_other: '{{count}} groepen, modulariteit {{modularity}} (Louvain, startgetal {{seed}}).',
  broken: 'groepen die zonder andere groepen uit elkaar vallen, en dus geen groep zijn: {{count}}.',
  bridges: 'Bruggen (verbindingen zonder omweg): {{count}}',
  more: 'De eerste {{shown}} van {{count}}; alles met --json of --csv.',
  yes: 'ja',
  no: '–',
  none: 'geen',
  suppliers: '{{target}} (leveranciers: {{all}}, waarvan rechtstreeks: {{direct}})',
  single: 'Valt uit zonder',
  possible: 'Valt mogelijk uit zonder (niet alles is bekend)',
  sets: 'Valt uit als samen uitvallen',
  setsShort: 'Groepen zijn volledig tot {{complete}} van de gevraagde {{asked}} knopen; zoeken is gestopt.',
  dominators: 'Alle aanvoer loopt door (elke leverancier als alternatief)',
  paths: 'Onafhankelijke aanvoerwegen (elke leverancier als alternatief)',
  progress: '{{percent}} gedaan',
};
