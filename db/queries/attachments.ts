import type { ContentHash } from '#shared/model/ids.ts';
import type { ReadDb } from '../handle.ts';

/** Every file that some live attachment of the vault names, once. */
export const allAttachments = (db: ReadDb): { hash: ContentHash; name: string }[] =>
  db.all(
    `SELECT a.hash, min(a.name) AS name FROM r_attachment a JOIN version v ON v.n = a.n
     WHERE v.known_to IS NULL AND v.withdrawn = 0 GROUP BY a.hash ORDER BY name`,
  );
