// The app inside the Electron that comes out of npm: loads the app whose folder or file the command line names, as
// Electron's own default app does (`electron [-r module] folder`).
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const preloads = [];
let target;
for (let at = 1; at < process.argv.length && target === undefined; at += 1) {
  const argument = process.argv[at];
  if (argument === '-r' || argument === '--require') {
    at += 1;
    preloads.push(process.argv[at]);
  } else if (!argument.startsWith('-')) target = path.resolve(argument);
}

if (target === undefined) {
  console.error(`Electron ${process.versions.electron}: name the folder of an app`);
  app.exit(1);
} else {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  Module._preloadModules(preloads);
  const manifest = path.join(target, 'package.json');
  const isFolder = fs.existsSync(manifest);
  if (isFolder) {
    const { name, productName, version } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    if (version) app.setVersion(version);
    if (productName ?? name) app.setName(productName ?? name);
  }
  app.setAppPath(isFolder ? target : path.dirname(target));
  await import(pathToFileURL(Module._resolveFilename(target, null, true)).href);
}
