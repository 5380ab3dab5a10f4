import { VALUE_CODES } from '../model/properties.ts';
import { CSV_CODES } from './csv.ts';
import { NUMBER_CODES } from './number.ts';

/** Why a row, or a whole file, is refused. Released codes never change their meaning. */
export const REFUSAL_CODES = [
  'caseMissing',
  'fileUnknown',
  'fileMissing',
  'fileName',
  'jsonSyntax',
  'jsonShape',
  'xmlSyntax',
  'xmlForbidden',
  'xmlTooLarge',
  'graphShape',
  'ioShape',
  'ioTooLarge',
  'columnUnknown',
  'columnMissing',
  'columnTwice',
  'cellCount',
  'keyMissing',
  'keyForm',
  'keyTwice',
  'fieldMissing',
  'fieldInvalid',
  'fieldNotInList',
  'fieldTooLong',
  'fieldUnknown',
  'yesNoForm',
  'referenceUnknown',
  'referenceRefused',
  'referenceType',
  'relationToItself',
  'levelOutsideRange',
  'rangeWithoutBounds',
  'rangeReversed',
  'recordInConflict',
  'columnField',
  'valueOutsideRange',
  'partyMissing',
  'matchAmbiguous',
  'cellError',
  'dateForm',
  'unitUnknown',
  'importTooLarge',
  'propertyNotForSubject',
  'valueMissing',
  'valueAndRange',
  'valueForm',
  'partyUnknown',
  'partyTwice',
  'partySame',
  'bevDebt',
  ...CSV_CODES,
  ...NUMBER_CODES,
  ...VALUE_CODES,
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];
export const isRefusalCode = (word: string): word is RefusalCode =>
  REFUSAL_CODES.some((code) => code === word);

/**
 * One refused row. `line` counts from 1 with the header as line 1; in a JSON list it is the item's number. `field`
 * is the column or member. Params name limits, expectations and keys of rows, never what a cell says.
 */
export type Refusal = {
  readonly file: string;
  readonly line: number;
  readonly field?: string;
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
};
