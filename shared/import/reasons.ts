/** Why a file as a whole cannot be imported, beside what is wrong with its rows. Each has a text in both languages. */
export const IMPORT_REASONS = [
  /** Neither UTF-8 nor UTF-16, and with bytes that no text has. */
  'notText',
  'formatUnknown',
  'gzipDamaged',
  /** It unpacks to more than is taken. */
  'expandsTooFar',
  'encodingWrong',
  'mappingWrong',
  'headerMissing',
  'noRows',
  'memory',
  'workbookDamaged',
  /** An older or other kind of spreadsheet. */
  'workbookForm',
  'workbookTooLarge',
  'sheetMissing',
  'xmlForbidden',
  /** It took longer than a look may take. */
  'tooSlow',
  /** The case changed since the preview. */
  'caseChanged',
  'refusedRows',
  'broken',
  'attachmentChanged',
  'noCase',
  'folderRefused',
] as const;
export type ImportReason = (typeof IMPORT_REASONS)[number];
