import { app, type Session, type WebContents } from 'electron';
import { HOME, isOurs } from './protocol.ts';

/** Command-line switches of Chromium that keep it from reaching out, by name and value. */
const SWITCHES: Readonly<Record<string, string>> = {
  // No name resolves and no proxy is asked, whatever part of Chromium tries.
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  'no-proxy-server': '',
  'disable-quic': '',
  'dns-prefetch-disable': '',
  'no-pings': '',
  'disable-background-networking': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
  'disable-sync': '',
  'disable-breakpad': '',
  'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
};

/** The one permission: a copy button may do what Ctrl+C does. Reading the clipboard is another, and refused. */
const COPY = 'clipboard-sanitized-write';

/** What a page may load: the app itself and what the page made. Developer tools only outside a release. */
function mayLoad(url: string): boolean {
  return (
    isOurs(url) ||
    url.startsWith('blob:app://') ||
    url.startsWith('data:') ||
    (!app.isPackaged && url.startsWith('devtools://'))
  );
}

function guardContents(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void; url?: string }): void => {
    if (event.url !== HOME) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Before the app is ready: every process sandboxed, Chromium silent, every page guarded. */
export function hardenApp(): void {
  // What root starts Chromium cannot sandbox, nor what runs in some containers: it would not run at all. A release
  // listens to no such wish.
  const bare = !app.isPackaged && process.env.ELECTRON_DISABLE_SANDBOX !== undefined;
  if (!bare && process.getuid?.() !== 0) app.enableSandbox();
  for (const [name, value] of Object.entries(SWITCHES)) app.commandLine.appendSwitch(name, value);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** For each session, before a page loads in it: no requests, permissions, devices, downloads or spelling lists. */
export async function hardenSession(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === COPY && isOurs(contents.getURL())),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === COPY && isOurs(origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  await session.setProxy({ mode: 'direct' });
}
