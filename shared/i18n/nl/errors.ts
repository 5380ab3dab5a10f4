/** One text for each error code of the bridge: what happened and what the reader can do. */
export const errors = {
  badInput: 'De invoer klopt niet. Controleer de velden en probeer het opnieuw.',
  badInputAt: 'De invoer klopt niet bij {{place}}. Controleer dat veld en probeer het opnieuw.',
  tooLarge: 'De invoer is te groot om in één keer te verwerken. Verdeel het in kleinere stukken.',
  notAllowed: 'Deze handeling is hier niet toegestaan.',
  internal:
    'Er ging binnen de toepassing iets mis. Er is niets half opgeslagen. Meld het voorvalnummer aan uw beheerder.',
  cancelled: 'Afgebroken. Er is niets gewijzigd.',
  busy: 'Er wordt net iets groots in de zaak weggeschreven. Wacht tot dat klaar is en probeer het opnieuw.',
  locked: 'De kluis is vergrendeld. Ontgrendel haar om verder te gaan.',
  alreadyOpen: 'Er is al een kluis geopend. Vergrendel die eerst.',
  wrongCredential:
    'De wachtwoordzin of herstelcode is niet juist. De kluis is niet gewijzigd. Controleer hoofdletters, spaties en toetsenbordindeling.',
  vaultMissing: 'Deze kluis is niet gevonden. Is de map verplaatst of verwijderd?',
  vaultExists: 'Er bestaat al een kluis met deze naam. Kies een andere naam.',
  vaultDamaged:
    'Het bestand van de kluis is beschadigd. Dit ligt niet aan uw wachtwoordzin. Er is niets overschreven: zet een reservekopie terug.',
  vaultHeaderTampered:
    'De kop van de kluis is gewijzigd buiten deze toepassing om. Uw wachtwoordzin klopt, maar de kluis wordt voor de veiligheid niet geopend. Waarschuw uw beveiligingsbeheerder en zet een reservekopie terug.',
  vaultFromFuture:
    'Deze kluis is gemaakt met een nieuwere versie van Waarborg. Werk de toepassing bij; de kluis is niet gewijzigd.',
  vaultInUse: 'Deze kluis is al geopend in een ander venster of door een ander programma. Sluit dat eerst.',
  migrationFailed: 'Het bijwerken van de kluis is mislukt. De kluis is ongewijzigd gebleven.',
  weakPassphrase: 'Deze wachtwoordzin is te zwak. Gebruik meer woorden die niet bij elkaar horen.',
  vaultRolledBack:
    'Deze kluis is ouder dan de laatst bekende stand: waarschijnlijk is een oude kopie teruggezet. Controleer welke kluis de juiste is voordat u verdergaat.',
  notFound: 'Dit is niet gevonden. Het is misschien ingetrokken of hoort bij een andere zaak.',
  stale:
    'Dit is intussen gewijzigd. Uw invoer staat er nog: vergelijk haar met de nieuwe versie en sla daarna opnieuw op.',
  invalidRecord: 'De gegevens voldoen niet aan de regels.',
  invalidRecordAt: 'De gegevens voldoen niet aan de regels bij {{place}}.',
  danglingReference:
    'Er wordt verwezen naar iets wat niet (meer) in deze zaak staat. Kies een bestaande bron, feit of partij.',
  nothingToUndo: 'Er is niets om ongedaan te maken.',
  nothingToRedo: 'Er is niets om opnieuw te doen.',
  revertBlocked:
    'Deze wijziging kan niet worden teruggedraaid, omdat dezelfde velden later opnieuw zijn gewijzigd: {{which}}. Draai eerst de latere wijziging terug.',
  caseExists: 'Deze zaak staat al in de kluis.',
  notReady: 'De beoordeling kan nog niet worden vastgesteld. Kijk bij ‘Vaststellen’ wat er nog ontbreekt.',
  aboveCeiling: 'Dit heeft een hogere rubricering dan hier is toegestaan.',
  fileUnreadable: 'Het bestand kan niet worden gelezen.',
  fileTooLarge: 'Het bestand is te groot.',
  fileExists: 'Er bestaat al een bestand met deze naam. Kies een andere naam.',
  notWritable:
    'Op deze plaats kan niet worden geschreven. Kies een andere map of controleer de schijfruimte.',
  importRefused: 'De import is geweigerd; er is niets overgenomen.',
  bundleRefused: 'Het pakket is geweigerd; er is niets overgenomen.',
  documentFailed: 'Het document kon niet worden gemaakt.',
  attachmentDamaged: 'De bijlage komt niet overeen met wat is ondertekend. Gebruik haar niet.',
};
