/** Disruption, stop time and concentration: what several screens, pages and the command line say of it. */
export const cascade = {
  scope: 'binnen het in kaart gebrachte netwerk',
  stopRule: 'Stopregel: een verlies wordt doorgegeven zolang het meer dan {{stop}} groeit.',
  unsettled: 'Niet uitgerekend: het verlies was na {{count}} rondes nog niet tot rust.',
  direction: {
    both: 'naar afnemers en leveranciers',
    down: 'alleen naar afnemers',
    up: 'alleen naar leveranciers',
  },
  calc: {
    title: 'Verlies van productie',
    failing: 'Valt uit',
    hit: 'Getroffen',
    total: 'Verlies',
    down: 'Via leveranciers',
    up: 'Via afnemers',
    whole: 'Valt {{names}} uit, dan gaat {{loss}} van alle productie verloren.',
    more: 'De eerste {{shown}} van {{count}}; met --json of --csv alles.',
    unsettled: 'een uitkomst was nog niet tot rust gekomen toen het rekenen werd afgebroken; zij is te laag.',
    assumed: {
      weightless_one: 'er is geen kolom met gewichten; {{count}} levering telt als 1.',
      weightless_other: 'er is geen kolom met gewichten; {{count}} leveringen tellen elk even zwaar.',
      linear_one: 'nergens staat wat onmisbaar is; {{count}} levering telt naar rato.',
      linear_other: 'nergens staat wat onmisbaar is; {{count}} leveringen tellen naar rato.',
      openEssential_one:
        'van {{count}} levering is niet bekend of zij onmisbaar is; de uitkomst is een marge.',
      openEssential_other:
        'van {{count}} leveringen is niet bekend of zij onmisbaar zijn; de uitkomst is een marge.',
      sectorless_one: 'van {{count}} knoop is de sector niet bekend; niemand anders neemt zijn markt over.',
      sectorless_other: 'van {{count}} knopen is de sector niet bekend; niemand anders neemt hun markt over.',
      closed_one:
        'er is geen omzet buiten het netwerk opgegeven; een afnemer die uitvalt sleept zijn leveranciers mee.',
      closed_other:
        'er is geen omzet buiten het netwerk opgegeven; een afnemer die uitvalt sleept zijn leveranciers mee. Geef outside-revenue op in --sectors, of kies --direction down.',
    },
  },
  timeline: {
    caption:
      'Uitval van {{names}}, over {{weeks}} weken, binnen het in kaart gebrachte netwerk. Hele weken vanaf het begin.',
    hit: 'Geraakt na',
    stop: 'Stil na',
    not: 'niet',
    perhaps: 'misschien na {{week}}',
    span: '{{from}} tot {{to}}',
  },
  survival: {
    caption: 'Elke locatie valt om de beurt uit; de andere doen het beste wat zij kunnen. Tijden in weken.',
    site: 'Locatie',
    survive: 'Tijd tot uitval',
    recover: 'Hersteltijd',
    impact: 'Kosten',
    index: 'Deel van de duurste',
    loss: 'Verlies',
    endless: 'zonder einde',
    case: {
      caption:
        'Elke partij valt om de beurt uit. Geldt binnen het in kaart gebrachte netwerk; wat niet is vastgelegd, ligt tussen niets en zonder einde.',
      none: 'In het netwerk hangt niemand van een ander af.',
      noInputs: 'In het netwerk heeft niemand een input.',
      party: 'Wie uitvalt',
      first: 'Eerste geraakt na',
      vital: 'Vitaal proces na',
      recover: 'Hersteltijd',
      loss: 'Verlies',
      vitalLoss: 'Vitaal verlies',
    },
    exposed: { certain: 'zeker', possible: 'mogelijk', excluded: 'uitgesloten' },
  },
  inoperability: {
    caption: 'Lineair model zonder voorraden of vervanging; verlies gaat alleen naar leveranciers.',
    sector: 'Sector',
    part: 'Deel van de productie',
    loss: 'Verlies',
    total: 'Samen',
    beyond: 'meer dan alles zou wegvallen bij {{list}}; het model geldt daar niet.',
  },
  concentration: {
    span: '{{min}} tot {{max}}',
    column: {
      input: 'Input',
      suppliers: 'Bronnen',
      supplier: 'HHI leverancier',
      country: 'HHI land',
      owner: 'HHI eigenaar',
      site: 'HHI locatie',
      outsideEu: 'Buiten de EU',
    },
    threshold: {
      'doj-high': 'de drempel voor hoge concentratie (1.800 punten)',
      'geodep-imports': 'de drempel voor afhankelijkheid van import (4.000 punten)',
      'eu-cdi2': 'de helft van buiten de EU',
    },
    verdict: {
      yes: '{{input}}: boven {{threshold}}. Bron: {{source}}.',
      possible: '{{input}}: mogelijk boven {{threshold}}. Bron: {{source}}.',
    },
    yardstick: 'Deze drempels zijn maatstaven van anderen; de brief kent ze niet.',
    contradictory: 'de aandelen in “{{input}}” zijn samen meer dan het geheel; er is niets berekend.',
  },
};
