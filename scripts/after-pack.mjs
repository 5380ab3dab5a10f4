// Called by electron-builder on the folder that it packed, before it flips the fuses.
import fs from 'node:fs';
import path from 'node:path';

/** @param {{ appOutDir: string, packager: { getResourcesDir: (folder: string) => string } }} context */
export default async function afterPack({ appOutDir, packager }) {
  // Electron's own demonstration app has no place in a release.
  fs.rmSync(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
}
