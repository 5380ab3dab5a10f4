export type DialogPurpose = 'attachment' | 'bundle' | 'contact' | 'import';

type Texts = {
  readonly pick: Readonly<Record<DialogPurpose, string>>;
  readonly kinds: Readonly<Record<DialogPurpose, string>>;
  readonly folder: string;
  readonly save: string;
};

/** Words of the system's own file dialogs. */
export const dialogTexts: Readonly<Record<'nl' | 'en', Texts>> = {
  nl: {
    pick: {
      attachment: 'Bijlagen toevoegen',
      bundle: 'Pakket openen',
      contact: 'Contactkaart openen',
      import: 'Bestanden importeren',
    },
    kinds: {
      attachment: 'Alle bestanden',
      bundle: 'Pakket',
      contact: 'Contactkaart',
      import: 'Tabellen en gegevens',
    },
    folder: 'Zaakmap importeren',
    save: 'Opslaan als',
  },
  en: {
    pick: {
      attachment: 'Add attachments',
      bundle: 'Open case bundle',
      contact: 'Open contact card',
      import: 'Import files',
    },
    kinds: {
      attachment: 'All files',
      bundle: 'Case bundle',
      contact: 'Contact card',
      import: 'Tables and data',
    },
    folder: 'Import case folder',
    save: 'Save as',
  },
};
