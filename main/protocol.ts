import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { protocol, type Session } from 'electron';
import { pageHeaders } from './policy.ts';

const SCHEME = 'app';
const HOST = 'waarborg';
export const HOME = `${SCHEME}://${HOST}/`;
/** Stands in index.html where the build wants the nonce of this load. */
const NONCE = '__CSP_NONCE__';
const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../renderer');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Whether a page is ours. Custom schemes have an opaque origin in Node, so that scheme and host are compared. */
export function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol: scheme, host, username, port } = new URL(url);
  return scheme === `${SCHEME}:` && host === HOST && username === '' && port === '';
}

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** The file that a URL of ours names, undefined when it names nothing inside the folder of the page. */
function fileOf(url: string): string | undefined {
  if (!isOurs(url)) return undefined;
  const asked = new URL(url).pathname;
  let name: string;
  try {
    name = decodeURIComponent(asked);
  } catch {
    return undefined;
  }
  const file = path.join(ROOT, name === '/' ? 'index.html' : name);
  return file.startsWith(ROOT + path.sep) && !name.includes('\0') ? file : undefined;
}

async function serve(request: Request): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const headers = pageHeaders(nonce);
  const file = fileOf(request.url);
  const type = TYPES[path.extname(file ?? '')];
  if (request.method !== 'GET' || file === undefined || type === undefined)
    return new Response(null, { status: 404, headers });
  let bytes: Buffer;
  try {
    bytes = await fs.readFile(file);
  } catch {
    return new Response(null, { status: 404, headers });
  }
  const body = type.startsWith('text/html')
    ? bytes.toString('utf8').replaceAll(NONCE, nonce)
    : new Uint8Array(bytes);
  return new Response(body, { headers: { ...headers, 'Content-Type': type } });
}

/** Serves the built page to this session: files under out/renderer and nothing else. */
export function servePage(session: Session): void {
  session.protocol.handle(SCHEME, serve);
}
