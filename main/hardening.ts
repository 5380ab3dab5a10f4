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
  // Chromium cannot sandbox what root starts and would not run at all. Windows of a root are for tests alone.
  if (process.getuid?.() !== 0) app.enableSandbox();
  for (const [name, value] of Object.entries(SWITCHES)) app.commandLine.appendSwitch(name, value);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** For each session, before a page loads in it: no requests, permissions, devices, downloads or spelling lists. */
export async function hardenSession(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  await session.setProxy({ mode: 'direct' });
}
