import { z } from 'zod';
import { Day } from '../model/dates.ts';
import { Marking } from '../model/marking.ts';
import { inCase } from './common.ts';
import { action, job } from './contract.ts';
import { Language } from './vault.ts';

const Saved = z.object({ saved: z.boolean(), name: z.string().optional() });
/** Words of a title, from which the name of the file is made. */
const Title = z.string().min(1).max(300);
const LARGEST = 48_000_000;

export const MAP_FORMATS = ['svg', 'png', 'graphml', 'csv'] as const;
export type MapFormat = (typeof MAP_FORMATS)[number];

export const mapContract = {
  /**
   * Asks where to save a map as it is shown and writes it. `content` is text, for `png` the bytes in base64; what is
   * not of its format is refused.
   */
  'map.save': action(
    z.strictObject({ format: z.enum(MAP_FORMATS), title: Title, content: z.string().min(1) }),
    Saved,
    { maxBytes: LARGEST },
  ),
  /** The same map as a page of its own size: PDF/A-3a and PDF/UA-1, with what it shows in words. */
  'map.pdf': job(
    inCase.extend({
      language: Language,
      title: Title,
      svg: z.string().min(1),
      alt: z.string().min(1).max(8000),
      caption: z.string().min(1).max(2000),
      notes: z.array(z.string().min(1).max(600)).max(8),
      marking: Marking,
      day: Day,
    }),
    Saved,
    { maxBytes: LARGEST },
  ),
} as const;
