import { config } from 'zod';

// The page's policy forbids code made from text: without this, the schema library tries it once and is reported.
config({ jitless: true });

/** The nonce of this load: style elements that are made while the app runs must carry it. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// The name under which the library that keeps the page still behind a dialog looks for it.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
