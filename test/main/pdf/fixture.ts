import type { Part, Parts } from '#shared/dossier/blocks.ts';
import type { DocumentInput } from '#shared/dossier/document.ts';
import { dutchLabels, englishLabels } from './fixtureLabels.ts';

// Lumenvast, Stichting Prisma, Helder Capital and all other names here are invented.

export const text = (value: string): Part => ({ kind: 'text', text: value });
export const cite = (n: number): Part => ({ kind: 'cite', n });
const strong = (value: string): Part => ({ kind: 'strong', text: value });
const ref = (to: string, value: string): Part => ({ kind: 'ref', to, text: value });
const t = (value: string, ...cites: number[]): Parts => [
  text(cites.length > 0 ? `${value} ` : value),
  ...cites.map(cite),
];

const depV = { code: 'depV', short: 'Dep.V.', label: 'Departementaal Vertrouwelijk' } as const;
const open = { code: 'open', short: 'Open', label: 'Ongerubriceerd' } as const;

const met: Part = { kind: 'chip', tone: 'met', word: 'Vervuld' };
const notMet: Part = { kind: 'chip', tone: 'notMet', word: 'Niet vervuld' };
const unknown: Part = { kind: 'chip', tone: 'undetermined', word: 'Onbepaald' };

const ownership = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300" font-family="Source Sans 3" font-size="15">
<g fill="#ffffff" stroke="#154273" stroke-width="1.5">
<rect x="20" y="20" width="200" height="56"/><rect x="260" y="20" width="200" height="56"/>
<rect x="500" y="20" width="200" height="56" stroke-dasharray="6 4"/><rect x="140" y="122" width="240" height="56"/>
<rect x="260" y="224" width="240" height="60" fill="#154273"/></g>
<g stroke="#55606e" stroke-width="1.5" fill="none"><path d="M120 76 L220 122"/><path d="M360 76 L300 122"/>
<path d="M260 178 L340 224"/><path d="M600 76 L430 224" stroke-dasharray="6 4"/></g>
<g fill="#1b2330" text-anchor="middle"><text x="120" y="44">Staatsfonds Oosterlicht</text><text x="120" y="64">(overheid)</text>
<text x="360" y="44">Vermogensgroep Tarn</text><text x="360" y="64">(privaat)</text>
<text x="600" y="44">Oprichters</text><text x="600" y="64">(natuurlijke personen)</text>
<text x="260" y="155">Helder Capital Holding</text></g>
<g fill="#1b2330"><text x="110" y="106" text-anchor="end">51,0 %</text><text x="350" y="106">49,0 %</text>
<text x="285" y="210" text-anchor="end">34,2 %</text><text x="540" y="160">41,5 – 44,0 %</text></g>
<g fill="#ffffff" text-anchor="middle"><text x="380" y="250" font-weight="bold">Lumenvast B.V.</text><text x="380" y="271">Eindhoven</text></g></svg>`;

const bars = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 190" font-family="Source Sans 3" font-size="15">
${[
  ['Wafers indiumfosfide', 92, 100],
  ['Epitaxiediensten', 61, 78],
  ['Meetapparatuur', 34, 34],
  ['Ontwerpsoftware', 0, 100],
]
  .map(([name, low, high], i) => {
    const y = 18 + i * 42;
    const x = (share: number) => 210 + share * 4.4;
    return `<text x="200" y="${y + 18}" text-anchor="end" fill="#1b2330">${name}</text><rect x="210" y="${y}" width="440" height="26" fill="#eef1f5"/><rect x="210" y="${y}" width="${Number(low) * 4.4}" height="26" fill="#154273"/><rect x="${x(Number(low))}" y="${y}" width="${(Number(high) - Number(low)) * 4.4}" height="26" fill="#9db4cf"/><text x="660" y="${y + 18}" fill="#1b2330">${low === high ? high : `${low}–${high}`} %</text>`;
  })
  .join('')}</svg>`;

const SOURCES: readonly [string, string, string, string, string, string?][] = [
  [
    'Uittreksel handelsregister Lumenvast B.V.',
    'Kamer van Koophandel',
    '2 november 2026',
    'A1',
    'volledig betrouwbaar, bevestigd',
  ],
  [
    'Jaarrekening 2025',
    'Lumenvast B.V.',
    '14 mei 2026',
    'B2',
    'meestal betrouwbaar, waarschijnlijk waar',
    'De vennootschap is voor haar wafers afhankelijk van één leverancier.',
  ],
  [
    'Melding voorgenomen overname',
    'Helder Capital Holding',
    '9 oktober 2026',
    'C3',
    'redelijk betrouwbaar, mogelijk waar',
  ],
  [
    'Advies fotonische chips in de keten',
    'Onderzoeksinstituut Kwadrant',
    'maart 2026',
    'B2',
    'meestal betrouwbaar, waarschijnlijk waar',
    'Binnen Europa is er op dit moment geen tweede aanbieder die aan de specificaties voldoet.',
  ],
  [
    'Register van uiteindelijk belanghebbenden',
    'Kamer van Koophandel',
    '2 november 2026',
    'A2',
    'volledig betrouwbaar, waarschijnlijk waar',
  ],
  [
    'Technologieverkenning geïntegreerde fotonica',
    'Stichting Prisma',
    '2025',
    'B3',
    'meestal betrouwbaar, mogelijk waar',
  ],
  [
    'Statuten van Helder Capital Holding',
    'Notariskantoor Van Lierde',
    '11 januari 2024',
    'A1',
    'volledig betrouwbaar, bevestigd',
    'De houder van de aandelen A benoemt drie van de vijf bestuurders.',
  ],
  [
    'Gesprek met de directie',
    'Ministerie, directie Economische Veiligheid',
    '21 oktober 2026',
    'B2',
    'meestal betrouwbaar, waarschijnlijk waar',
  ],
  [
    'Patentoverzicht klasse G02B',
    'Octrooibureau Meridiaan',
    '30 september 2026',
    'A2',
    'volledig betrouwbaar, waarschijnlijk waar',
  ],
  [
    'Persbericht samenwerking defensie-elektronica',
    'Lumenvast B.V.',
    '18 juni 2025',
    'C2',
    'redelijk betrouwbaar, waarschijnlijk waar',
  ],
  ['Ambtsbericht', 'Inlichtingendienst', '28 oktober 2026', 'B1', 'meestal betrouwbaar, bevestigd'],
  [
    'Inkoopgegevens 2023 tot en met 2025',
    'Lumenvast B.V.',
    '5 november 2026',
    'B2',
    'meestal betrouwbaar, waarschijnlijk waar',
  ],
  [
    'Marktonderzoek optische zendmodules',
    'Bureau Zuiderkruis',
    'juli 2026',
    'D3',
    'meestal niet betrouwbaar, mogelijk waar',
  ],
  ['Zienswijze van de vakraad', 'Vakraad Hightech', '12 november 2026', 'F6', 'niet te beoordelen'],
  [
    'Toetsing exportcontrole',
    'Dienst Uitvoer Strategische Goederen',
    '3 november 2026',
    'A1',
    'volledig betrouwbaar, bevestigd',
  ],
];

/** A rich dossier in Dutch: every kind of block, three chapters of tables and gates, fifteen sources. */
export const sample: DocumentInput = {
  lang: 'nl',
  title: 'Voorgenomen overname van Lumenvast B.V. door Helder Capital',
  subtitle: 'Beoordeling van het belang voor de economische veiligheid',
  reference: 'EV-2026-0147',
  marking: depV,
  version: '0.9 (concept)',
  asOf: '2026-11-16',
  author: 'N. de Graaf',
  department: 'Ministerie van Economische Zaken, directie Economische Veiligheid',
  digest: '7f3a9c2be1d04458a6b1f0c97d2e83514c6fbb90ad17e2453f8890c1de67ab24',
  generatedFrom: [
    { label: 'Logboek', value: '128 wijzigingen van 4 auteurs' },
    { label: 'Toetsingskader', value: 'BEV 2023, versie 1' },
  ],
  labels: dutchLabels,
  blocks: [
    { kind: 'heading', level: 1, id: 'samenvatting', text: 'Samenvatting' },
    {
      kind: 'paragraph',
      parts: [
        text(
          'Helder Capital wil zijn belang in Lumenvast B.V. uitbreiden van 34,2 tot 78,2 procent van de stemmen ',
        ),
        cite(3),
        text(
          '. Achter Helder Capital staat voor 51 procent een staatsfonds dat drie van de vijf bestuurders benoemt ',
        ),
        cite(7),
        text(
          '. Lumenvast is de enige Europese aanbieder van indiumfosfide-chips met een bandbreedte boven 200 gigabaud ',
        ),
        cite(4),
        cite(6),
        text('. Van de twee cumulatieve voorwaarden is er één vervuld; de andere is '),
        { kind: 'emphasis', text: 'nog niet te bepalen' },
        text(', omdat onbekend is of de ontwerpsoftware buiten de groep verkrijgbaar blijft. Zie '),
        ref('gates', 'de toetsing'),
        text('.'),
      ],
    },
    {
      kind: 'tiles',
      items: [
        {
          label: 'Voorwaarden',
          value: '1 van 2',
          note: 'één onbepaald',
          chip: { tone: 'undetermined', word: 'Onbepaald' },
        },
        {
          label: 'Zeggenschap na overname',
          value: '78,2 %',
          note: 'was 34,2 %',
          chip: { tone: 'attention', word: 'Boven 50 %' },
        },
        { label: 'Afhankelijkheid wafers', value: '92–100 %', note: 'bij één leverancier' },
        {
          label: 'Open vragen',
          value: '3',
          note: 'twee kunnen de uitkomst keren',
          chip: { tone: 'gap', word: 'Ontbreekt' },
        },
      ],
    },
    {
      kind: 'callout',
      tone: 'warning',
      title: 'Termijn loopt af',
      parts: t(
        'De wettelijke beslistermijn eindigt op 4 december 2026. Zonder besluit geldt de melding als goedgekeurd.',
        15,
      ),
    },
    {
      kind: 'callout',
      tone: 'gap',
      title: 'Wat de uitkomst nog kan veranderen',
      parts: t('Drie gegevens ontbreken. De eerste twee beslissen of de tweede voorwaarde is vervuld.'),
      items: [
        t('De licentievoorwaarden van de ontwerpsoftware na de overname.'),
        t('De voorraad wafers bij de twee grootste afnemers, in weken.'),
        t('De identiteit van twee uiteindelijk belanghebbenden achter Vermogensgroep Tarn.', 5),
      ],
    },
    { kind: 'heading', level: 1, id: 'onderneming', text: 'De onderneming' },
    { kind: 'heading', level: 2, id: 'kerngegevens', text: 'Kerngegevens' },
    {
      kind: 'facts',
      items: [
        { term: 'Statutaire naam', value: t('Lumenvast B.V.', 1) },
        { term: 'Vestiging', value: t('Eindhoven, met een schone ruimte van 2.400 m² in Nijmegen', 1, 2) },
        { term: 'Werknemers', value: t('312 (eind 2025), waarvan 140 in onderzoek en ontwikkeling', 2) },
        { term: 'Omzet 2025', value: t('€ 61,4 miljoen', 2) },
        { term: 'Octrooifamilies', value: t('87, waarvan 23 in G02B 6/12', 9) },
        {
          term: 'Uitvoervergunningplichtig',
          value: [{ kind: 'chip', tone: 'attention', word: 'Ja' }, ...t(' voor twee productlijnen', 15)],
        },
        {
          term: 'Defensie-opdrachten',
          value: t('Ontvangers voor radarverwerking, sinds 2025', 10, 11),
          marking: depV,
        },
        { term: 'Verzekerde waarde', value: [{ kind: 'chip', tone: 'gap', word: 'Onbekend' }] },
      ],
    },
    { kind: 'heading', level: 2, id: 'eigendom', text: 'Eigendom en zeggenschap' },
    {
      kind: 'paragraph',
      marking: depV,
      parts: [
        text('De zeggenschap loopt langs twee lagen ('),
        ref('fig-eigendom', 'figuur 1'),
        text(
          '). Het staatsfonds houdt 51 procent van Helder Capital Holding en benoemt op grond van de statuten de meerderheid van het bestuur ',
        ),
        cite(7),
        text('. Het ambtsbericht bevestigt dat het fonds aanwijzingen van de overheid opvolgt '),
        cite(11),
        text('. '),
        {
          kind: 'marked',
          marking: { code: 'stgC', short: 'Stg.C', label: 'Stg. CONFIDENTIEEL' },
          text: 'Dit deel van de zin staat onder een hogere rubricering en is daarom gemerkt',
        },
        text(', zodat de lezer het kan weglaten.'),
      ],
    },
    {
      kind: 'figure',
      id: 'fig-eigendom',
      svg: ownership,
      alt: 'Schema van eigendom: Staatsfonds Oosterlicht houdt 51 procent en Vermogensgroep Tarn 49 procent van Helder Capital Holding, dat 34,2 procent van Lumenvast houdt. De oprichters houden 41,5 tot 44 procent.',
      caption: 'Eigendom van Lumenvast B.V. vóór de overname; stippellijnen zijn schattingen',
      width: 0.9,
    },
    {
      kind: 'table',
      id: 'tab-eigenaren',
      caption: 'Aandeelhouders en stemrechten',
      columns: [
        { title: 'Houder', width: 5 },
        { title: 'Land', width: 2 },
        { title: 'Kapitaal', width: 2, align: 'right' },
        { title: 'Stemmen', width: 2, align: 'right' },
        { title: 'Bron', width: 1.6 },
      ],
      rows: [
        {
          cells: [t('Helder Capital Holding'), t('Luxemburg'), t('34,2 %'), t('34,2 %'), [cite(1), cite(3)]],
        },
        {
          cells: [
            t('Oprichters (vier personen)'),
            t('Nederland'),
            t('41,5–44,0 %'),
            t('41,5–44,0 %'),
            [cite(5)],
          ],
        },
        {
          cells: [t('Participatiefonds Brainport-Zuid'), t('Nederland'), t('12,0 %'), t('12,0 %'), [cite(1)]],
        },
        {
          cells: [t('Overige houders'), t('onbekend'), t('9,8–12,3 %'), t('9,8–12,3 %'), [cite(5)]],
          marking: depV,
        },
        { cells: [t('Totaal'), t(''), t('100 %'), t('100 %'), t('')], total: true },
      ],
      empty: 'Geen aandeelhouders bekend',
    },
    { kind: 'heading', level: 1, id: 'afhankelijkheid', text: 'Afhankelijkheden in de keten' },
    {
      kind: 'paragraph',
      parts: t(
        'Lumenvast koopt vier kritieke onderdelen in. Voor elk is het aandeel van de grootste leverancier bepaald uit de inkoopgegevens; waar de boeken zwijgen, staat een bandbreedte.',
        12,
        13,
      ),
    },
    {
      kind: 'figure',
      id: 'fig-aandeel',
      svg: bars,
      alt: 'Staafdiagram van het aandeel van de grootste leverancier: wafers indiumfosfide 92 tot 100 procent, epitaxiediensten 61 tot 78 procent, meetapparatuur 34 procent, ontwerpsoftware onbekend.',
      caption: 'Aandeel van de grootste leverancier; het lichte deel is onzekerheid',
      width: 0.85,
    },
    { kind: 'heading', level: 2, id: 'leveranciers', text: 'Leveranciers' },
    { kind: 'heading', level: 3, id: 'leveranciers-kritiek', text: 'Kritieke onderdelen per leverancier' },
    {
      kind: 'table',
      id: 'tab-leveranciers',
      caption: 'Ingekochte onderdelen, met vervangbaarheid en hersteltijd',
      columns: [
        { title: 'Nr.', width: 1, align: 'right' },
        { title: 'Onderdeel', width: 4 },
        { title: 'Leverancier', width: 4 },
        { title: 'Hersteltijd (weken)', width: 2.2, align: 'right' },
        { title: 'Vervangbaar', width: 3.4 },
        { title: 'Bron', width: 1.4 },
      ],
      rows: Array.from({ length: 46 }, (_, i) => ({
        cells: [
          t(String(i + 1)),
          t(
            [
              'Indiumfosfidewafer 4 inch',
              'Epitaxielaag type B',
              'Golflengtemeter',
              'Ontwerplicentie maskers',
              'Siliciumnitride-koppelstuk',
            ][i % 5] ?? '',
          ),
          t(
            [
              'Kristalgroep Noord',
              'Zhenlan Epitaxy',
              'Meettechniek Harlingen',
              'Photonix Design Software',
              'Koppelwerken Oldenzaal',
            ][i % 5] ?? '',
          ),
          t(['26–52', '18', '6', 'onbekend', '9'][i % 5] ?? ''),
          [[notMet, met, met, unknown, met][i % 5] ?? unknown],
          [cite([12, 13, 8, 2, 12][i % 5] ?? 12)],
        ],
      })),
      empty: 'Geen leveranciers bekend',
    },
    { kind: 'heading', level: 1, id: 'gates', text: 'Toetsing aan de voorwaarden' },
    {
      kind: 'paragraph',
      parts: [
        text('De voorwaarden zijn '),
        strong('cumulatief'),
        text(': elke stap wordt apart getoetst en geen score kan een niet vervulde voorwaarde goedmaken.'),
      ],
    },
    {
      kind: 'gates',
      nodes: [
        {
          code: 'BEV-1',
          label: 'De onderneming is van strategisch belang',
          outcome: 'met',
          word: 'Vervuld',
          rule: 'ten minste één van de gevallen',
          argument: t(
            'Lumenvast beheerst een sensitieve technologie waarvoor binnen Europa geen tweede aanbieder bestaat.',
            4,
            6,
          ),
          children: [
            {
              code: 'BEV-1a',
              label: 'Vitale processen zijn ervan afhankelijk',
              outcome: 'notMet',
              word: 'Niet vervuld',
              argument: t('Geen van de aangewezen vitale aanbieders neemt rechtstreeks af.', 8),
            },
            {
              code: 'BEV-1b',
              label: 'Sensitieve technologie zonder Europees alternatief',
              outcome: 'met',
              word: 'Vervuld',
              argument: t(
                'Twee productlijnen zijn vergunningplichtig; de verkenning vond geen tweede aanbieder.',
                6,
                15,
              ),
              children: [
                {
                  code: 'BEV-1b-i',
                  label: 'De technologie staat op de lijst van sensitieve technologieën',
                  outcome: 'met',
                  word: 'Vervuld',
                  argument: t('Genoemd onder geïntegreerde fotonica.', 6),
                },
                {
                  code: 'BEV-1b-ii',
                  label: 'Een alternatief is niet binnen twee jaar op te bouwen',
                  outcome: 'undetermined',
                  word: 'Onbepaald',
                  argument: t(
                    'De bronnen spreken elkaar tegen: achttien maanden tegenover vier jaar.',
                    4,
                    13,
                  ),
                },
              ],
            },
            {
              code: 'BEV-1c',
              label: 'Afhankelijkheid van Defensie',
              outcome: 'met',
              word: 'Vervuld',
              argument: t('Ontvangers voor radarverwerking.', 11),
              marking: depV,
            },
          ],
        },
        {
          code: 'BEV-2',
          label:
            'Er is een risico voor de nationale veiligheid dat niet met een lichter middel is weg te nemen',
          outcome: 'undetermined',
          word: 'Onbepaald',
          rule: 'alle onderdelen',
          argument: t('Zolang de licentievoorwaarden onbekend zijn, is dit niet te bepalen.'),
          children: [
            {
              code: 'BEV-2a',
              label: 'De verwerver staat onder invloed van een statelijke actor',
              outcome: 'met',
              word: 'Vervuld',
              argument: t('Zie de statuten en het ambtsbericht.', 7, 11),
            },
            {
              code: 'BEV-2b',
              label: 'Wettelijke toetsing van investeringen volstaat niet',
              outcome: 'undetermined',
              word: 'Onbepaald',
            },
            {
              code: 'BEV-2c',
              label: 'Exportcontrole volstaat niet',
              outcome: 'met',
              word: 'Vervuld',
              argument: t('Exportcontrole ziet niet op zeggenschap over ontwerp en onderhoud.', 15),
            },
            {
              code: 'BEV-2d',
              label: 'Afspraken met de verwerver volstaan niet',
              outcome: 'notMet',
              word: 'Niet vervuld',
              argument: t('De verwerver heeft een bindende toezegging aangeboden.', 3),
            },
          ],
        },
      ],
    },
    { kind: 'heading', level: 2, id: 'indicatoren', text: 'Indicatoren' },
    {
      kind: 'table',
      id: 'tab-indicatoren',
      caption: 'Indicatoren voor continuïteit, integriteit en kennisveiligheid',
      columns: [
        { title: 'Code', width: 1.6 },
        { title: 'Indicator', width: 5.4 },
        { title: 'Stand', width: 2.8 },
        { title: 'Onderbouwing', width: 6 },
      ],
      rows: [
        {
          cells: [
            t('CON-1'),
            t('Staken van levering treft afnemers binnen drie maanden'),
            [met],
            t('Voorraad bij afnemers is zes tot negen weken.', 12),
          ],
        },
        {
          cells: [
            t('CON-2'),
            t('Productie kan worden verplaatst'),
            [unknown],
            t('De machines zijn verplaatsbaar, de vergunning voor arseenverbindingen niet.', 8),
          ],
        },
        {
          cells: [
            t('INT-1'),
            t('Toegang tot ontwerpbestanden van afnemers'),
            [met],
            t('Alle ontwerpen staan op eigen servers in Eindhoven.', 8),
          ],
        },
        {
          cells: [
            t('INT-3'),
            t('Onderhoudstoegang op afstand'),
            [notMet],
            t('Er is geen onderhoudstoegang op afstand.', 8),
          ],
        },
        {
          cells: [
            t('KEN-2'),
            t('Unieke kennis bij minder dan tien personen'),
            [met],
            t('Zeven procesingenieurs, van wie drie ook aandeelhouder zijn.', 2, 9),
          ],
          marking: depV,
        },
      ],
      empty: 'Geen indicatoren gescoord',
    },
    { kind: 'heading', level: 2, id: 'maatregelen', text: 'Lichtere middelen' },
    {
      kind: 'table',
      id: 'tab-middelen',
      caption: 'Overwogen middelen die niet konden worden getoetst',
      columns: [
        { title: 'Middel', width: 1 },
        { title: 'Reden', width: 2 },
      ],
      rows: [],
      empty: 'Alle middelen uit het kader zijn getoetst.',
    },
    {
      kind: 'bullets',
      items: [
        t('Voorschriften bij de goedkeuring, met toezicht door een onafhankelijke functionaris.', 14),
        t('Een preferent aandeel voor de Staat, beperkt tot besluiten over verplaatsing van kennis.'),
        t('Garanties over levering aan bestaande afnemers gedurende tien jaar.', 3),
      ],
    },
    {
      kind: 'callout',
      tone: 'info',
      title: 'Eigen constructie',
      parts: t(
        'De weging van indicatoren staat niet in de brief aan de Kamer; zij is een hulpmiddel van dit programma en draagt geen oordeel.',
      ),
    },
    { kind: 'pageBreak' },
    {
      kind: 'paragraph',
      parts: t('Dit onderdeel begint op een nieuwe bladzijde, zodat het afzonderlijk kan worden verspreid.'),
    },
    { kind: 'heading', level: 1, id: 'bronnen', text: 'Bronnen' },
    {
      kind: 'evidence',
      items: SOURCES.map(([title, publisher, date, grade, gradeWords, quote], i) => ({
        n: i + 1,
        title,
        publisher,
        date,
        grade,
        gradeWords,
        ...(quote ? { quote, page: String(3 + i) } : {}),
        ...(i % 4 === 1
          ? { sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }
          : {}),
        ...(i % 3 === 0
          ? {
              url: `https://www.voorbeeld.example/publicaties/2026/dossier-lumenvast/bijlage-${i + 1}/versie-definitief.pdf?taal=nl`,
              accessed: '10 november 2026',
            }
          : {}),
        ...(i === 10 ? { marking: depV } : i === 0 ? { marking: open } : {}),
      })),
    },
  ],
};

/** A short dossier in English, unclassified. */
export const englishSample: DocumentInput = {
  lang: 'en',
  title: 'Proposed acquisition of Lumenvast B.V.',
  reference: 'EV-2026-0147',
  marking: { code: 'open', short: 'Open', label: 'Unclassified' },
  version: '1.0',
  asOf: '2026-11-16',
  author: 'N. de Graaf',
  department: 'Ministry of Economic Affairs',
  digest: '00a9c2be1d04458a6b1f0c97d2e83514c6fbb90ad17e2453f8890c1de67ab247',
  labels: englishLabels,
  blocks: [
    { kind: 'heading', level: 1, id: 'summary', text: 'Summary' },
    {
      kind: 'paragraph',
      parts: t('Helder Capital intends to raise its holding to 78.2 per cent of the votes.', 1),
    },
    {
      kind: 'facts',
      items: [
        { term: 'Seat', value: t('Eindhoven', 1) },
        { term: 'Insured value', value: [{ kind: 'chip', tone: 'gap', word: 'Unknown' }] },
      ],
    },
    {
      kind: 'figure',
      id: 'fig-1',
      svg: ownership,
      alt: 'Ownership chart of Lumenvast.',
      caption: 'Ownership before the acquisition',
    },
    {
      kind: 'gates',
      nodes: [
        {
          code: 'BEV-1',
          label: 'Strategic importance',
          outcome: 'met',
          word: 'Met',
          children: [
            { code: 'BEV-1a', label: 'Vital process', outcome: 'undetermined', word: 'Undetermined' },
          ],
        },
      ],
    },
    { kind: 'heading', level: 2, id: 'sources', text: 'Sources' },
    {
      kind: 'evidence',
      items: [
        { n: 1, title: 'Commercial register', publisher: 'Chamber of Commerce', grade: 'A1' },
        { n: 2, title: 'Market study' },
      ],
    },
  ],
};
