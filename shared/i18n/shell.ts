/** Texts of the shell itself, shown before or outside the page: the menu and the message of a fatal error. */
export type ShellTexts = {
  readonly file: string;
  readonly lock: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly actualSize: string;
  readonly fullScreen: string;
  readonly developerTools: string;
  /** `{incident}` is replaced by the number of the incident. */
  readonly fatal: string;
};

/** The shell's texts in both languages; Dutch is the default. */
export const shellTexts: { readonly nl: ShellTexts; readonly en: ShellTexts } = {
  nl: {
    file: 'Bestand',
    lock: 'Kluis vergrendelen',
    quit: 'Waarborg afsluiten',
    edit: 'Bewerken',
    undo: 'Typen ongedaan maken',
    redo: 'Typen opnieuw uitvoeren',
    cut: 'Knippen',
    copy: 'Kopiëren',
    paste: 'Plakken',
    selectAll: 'Alles selecteren',
    view: 'Beeld',
    zoomIn: 'Inzoomen',
    zoomOut: 'Uitzoomen',
    actualSize: 'Ware grootte',
    fullScreen: 'Volledig scherm',
    developerTools: 'Hulpmiddelen voor ontwikkelaars',
    fatal:
      'Waarborg moet stoppen door een onverwachte fout. Wat is opgeslagen, blijft bewaard. Geef bij een melding het incidentnummer {incident} door.',
  },
  en: {
    file: 'File',
    lock: 'Lock vault',
    quit: 'Quit Waarborg',
    edit: 'Edit',
    undo: 'Undo typing',
    redo: 'Redo typing',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    actualSize: 'Actual size',
    fullScreen: 'Full screen',
    developerTools: 'Developer tools',
    fatal:
      'Waarborg must stop because of an unexpected error. What was saved is kept. When you report this, mention incident number {incident}.',
  },
};
