import type { TextFormatId } from '../../import/formats.ts';
import type { ImportReason } from '../../import/reasons.ts';
import type { RefusalCode } from '../../import/refusal.ts';

type FormatTexts = { readonly name: string; readonly reason: string };

/** Import of files: formats, why a row is refused. */
export const imports = {
  /** Formats by name; `reason` says by what a file was known to be one. */
  format: {
    bods: {
      name: 'BODS (eigendomsverklaringen)',
      reason: 'Bevat verklaringen met een statementId.',
    },
    ftm: {
      name: 'FollowTheMoney',
      reason: 'Bevat entiteiten met een schema en eigenschappen.',
    },
    graphml: { name: 'GraphML (graaf)', reason: 'Begint als GraphML.' },
    gexf: { name: 'GEXF (graaf)', reason: 'Begint als GEXF.' },
    gleif: { name: 'GLEIF, wat de zaak raakt', reason: 'Heeft de kolommen van GLEIF.' },
    gleifAll: { name: 'GLEIF, alle regels', reason: 'Heeft de kolommen van GLEIF.' },
    io: { name: 'Input-outputtabel', reason: 'De eerste rijen en kolommen hebben dezelfde namen.' },
  } satisfies Record<TextFormatId, FormatTexts>,
  /** Columns of the file with refused rows. */
  csv: {
    name: '{{file}} - geweigerd',
    file: 'bestand',
    line: 'regel',
    field: 'kolom',
    reason: 'reden',
  },
  /** Why a file as a whole is not imported. */
  reason: {
    notText: 'Dit is geen tekst: het bestand heeft bytes die in geen tekst voorkomen.',
    formatUnknown: 'De vorm van het bestand wordt niet herkend.',
    gzipDamaged: 'Het gzip-bestand is beschadigd.',
    expandsTooFar: 'Het bestand pakt uit tot meer dan 2 GB en wordt niet gelezen.',
    encodingWrong: 'Het bestand is niet in deze tekencodering geschreven ({{encoding}}).',
    mappingWrong: 'De koppeling past niet op het bestand: {{column}}.',
    headerMissing: 'Het bestand heeft geen regel met namen van kolommen.',
    noRows: 'Het bestand is leeg.',
    memory: 'Het bestand vraagt meer geheugen dan een import krijgt.',
    caseChanged: 'De zaak is veranderd sinds het voorbeeld. Bekijk het voorbeeld opnieuw.',
    refusedRows: 'Er zijn nog geweigerde regels. Verbeter ze of sla ze over.',
    broken: 'Het bestand is niet tot het einde te lezen.',
    attachmentChanged: 'Een bijlage is veranderd of verdwenen sinds het voorbeeld.',
    noCase: 'Zonder geldige case.json is er geen nieuwe zaak.',
  } satisfies Record<ImportReason, string>,
  refused: {
    caseMissing: 'case.json ontbreekt; zonder dat bestand is dit geen zaak.',
    fileUnknown: 'Deze bestandsnaam hoort niet bij een zaak. Bekend zijn: {{expected}}.',
    fileMissing: 'Het bestand staat niet in de map attachments.',
    fileName: 'De bestandsnaam is niet toegestaan.',
    jsonSyntax: 'Het bestand is geen geldige JSON.',
    jsonShape: 'Het bestand heeft niet de vorm die wordt verwacht.',
    xmlSyntax: 'Het bestand is geen geldige XML.',
    xmlForbidden:
      'Het bestand heeft een DOCTYPE. Die kan naar buiten verwijzen of eindeloze tekst maken, en wordt niet gelezen.',
    xmlTooLarge: 'Het bestand is te diep genest of heeft te lange stukken tekst.',
    graphShape: 'Het bestand is geen graaf in GraphML of GEXF.',
    ioShape:
      'Dit is geen vierkante tabel: dezelfde sectoren moeten boven de kolommen en voor de rijen staan.',
    ioTooLarge: 'De tabel is te groot: hooguit {{limit}} sectoren.',
    columnUnknown: 'Deze kolom is niet bekend. Bekend zijn: {{expected}}.',
    columnMissing: 'Deze kolom ontbreekt.',
    columnTwice: 'Deze kolom staat er twee keer.',
    cellCount: 'De regel heeft {{found}} cellen; de kop heeft er {{expected}}.',
    keyMissing: 'De sleutel ontbreekt.',
    keyForm:
      'Een sleutel begint met een letter en heeft verder letters, cijfers, punten, streepjes of lage streepjes.',
    keyTwice: 'De sleutel {{key}} komt twee keer voor.',
    fieldMissing: 'Dit veld is verplicht.',
    fieldInvalid: 'De waarde klopt niet.',
    fieldNotInList: 'Kan zijn: {{expected}}.',
    fieldTooLong: 'Te lang: hooguit {{limit}} tekens.',
    fieldUnknown: 'Dit veld is niet bekend.',
    yesNoForm: 'Schrijf ja of nee.',
    referenceUnknown: 'Er is geen regel met de sleutel {{key}}.',
    referenceRefused: 'De regel met de sleutel {{key}} is zelf geweigerd.',
    referenceType: 'De sleutel {{key}} wijst naar een ander soort onderdeel dan hier kan staan.',
    relationToItself: 'Een relatie kan niet naar zichzelf wijzen.',
    levelOutsideRange: 'Het niveau ligt buiten de bandbreedte.',
    partyUnknown: 'Deze partij staat niet bij de partijen van het scenario.',
    partyTwice: 'Twee partijen van het scenario hebben dezelfde sleutel.',
    partySame: 'Een partij kan dit niet met zichzelf doen.',
    bevDebt:
      'De brief staat leningen en garanties niet toe voor de BEV (voetnoot 12). Wel aandelen, converteerbare leningen en leningen met warrants.',
    rangeWithoutBounds: 'Een bandbreedte heeft ten minste één grens.',
    rangeReversed: 'De ondergrens is hoger dan de bovengrens.',
    recordInConflict: 'Van {{key}} gelden twee versies naast elkaar. Beslis eerst in de zaak welke geldt.',
    valueOutsideRange: 'De waarde ligt buiten haar eigen grenzen.',
    columnField: 'De kolom {{column}} is gekoppeld aan een veld dat deze soort tabel niet heeft.',
    partyMissing: 'Noem een partij: met een naam, een nummer of een sleutel.',
    matchAmbiguous:
      'De zaak heeft {{count}} partijen die zo heten of dit nummer hebben. Voeg een nummer of sleutel toe, of beslis eerst welke dezelfde zijn.',
    cellError: 'De cel bevat een fout van het rekenblad.',
    dateForm: 'Dit is geen datum. Schrijf jjjj-mm-dd of d-m-jjjj.',
    unitUnknown: 'De eenheid is niet bekend.',
    importTooLarge: 'De invoer heeft meer dan {{limit}} onderdelen. Splits het bestand.',
    propertyNotForSubject: 'Deze eigenschap past niet bij dit soort onderdeel.',
    valueMissing: 'De waarde ontbreekt; of schrijf unknown, undisclosed of notApplicable.',
    valueAndRange: 'Geef een waarde of een bandbreedte, niet allebei.',
    valueForm: 'De waarde past niet bij deze eigenschap.',
    csvTooLarge: 'Het bestand is te groot: hooguit {{limit}} tekens.',
    csvTooManyRows: 'Het bestand heeft te veel regels: hooguit {{limit}}.',
    csvCellTooLong: 'De cel is te lang: hooguit {{limit}} tekens.',
    csvQuoteUnclosed: 'Een aanhalingsteken wordt nergens gesloten.',
    numberFormat: 'Dit is geen getal.',
    numberAmbiguous:
      'Dit getal kan twee dingen betekenen. Schrijf het zonder punten of komma’s voor duizendtallen.',
    propertyUnknown: 'Deze eigenschap is niet bekend.',
    valueKind: 'Dit soort waarde past niet bij de eigenschap.',
    valueUnit: 'Deze eenheid past niet bij de eigenschap.',
    valueTooSmall: 'De waarde is te klein.',
    valueTooLarge: 'De waarde is te groot.',
    valueNotInList: 'De waarde staat niet in de lijst van deze eigenschap.',
    identifierLength: 'Het nummer heeft niet de juiste lengte.',
    identifierCharacters: 'Het nummer heeft tekens die er niet in horen.',
    identifierCheckDigit: 'Het controlecijfer klopt niet; waarschijnlijk een typefout.',
    identifierCountry: 'De landcode in het nummer klopt niet.',
  } satisfies Record<RefusalCode, string>,
};
