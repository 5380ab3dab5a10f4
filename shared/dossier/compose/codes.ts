/**
 * The code of a leaf or indicator as the page shows it: the id of the letter alone, without the English word that some
 * ids of the pack carry behind it (`IND-5-CRUCIAL` prints as IND-5).
 */
export const codeOf = (id: string): string => id.replace(/(?<=\d)-[A-Z]{3,}$/, '');
