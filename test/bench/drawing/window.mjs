// The window of the drawing bench: one page, which it is told, in a frame of a fixed size. Started by the bench alone.
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  // The page and its worker are files beside each other.
  const webPreferences = { webSecurity: false, backgroundThrottling: false };
  const window = new BrowserWindow({ width: 1400, height: 900, useContentSize: true, webPreferences });
  window.loadFile(process.env.WAARBORG_BENCH_PAGE ?? '');
});
