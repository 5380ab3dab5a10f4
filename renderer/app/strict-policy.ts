import { config } from 'zod';

// The page's policy forbids code made from text: without this, the schema library tries it once and is reported.
config({ jitless: true });
