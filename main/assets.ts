import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files of packages that the app reads at run time, by the name under which the app knows them. */
export const PACKAGE_ASSETS = {
  'typst.wasm': '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm',
  'fonts/SourceSans3-Regular.ttf': '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'fonts/SourceSans3-Italic.ttf':
    '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  'fonts/SourceSans3-SemiBold.ttf':
    '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'fonts/SourceSans3-SemiBoldItalic.ttf':
    '@expo-google-fonts/source-sans-3/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf',
  'fonts/SourceSans3-Bold.ttf': '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'fonts/SourceSans3-BoldItalic.ttf':
    '@expo-google-fonts/source-sans-3/700Bold_Italic/SourceSans3_700Bold_Italic.ttf',
} as const;

/** Our own files: everything in `main/pdf/assets/`, named `pdf/<path inside that folder>`. */
export const OWN_ASSETS = { folder: 'main/pdf/assets', prefix: 'pdf/' } as const;

export type AssetName = keyof typeof PACKAGE_ASSETS | `${typeof OWN_ASSETS.prefix}${string}`;

const isPackageAsset = (name: string): name is keyof typeof PACKAGE_ASSETS =>
  Object.hasOwn(PACKAGE_ASSETS, name);

/**
 * Path of a file that the app reads at run time. The build copies all of them to `out/assets/`; run from source they
 * are read where they lie.
 */
export function assetPath(name: AssetName): string {
  const here = fileURLToPath(import.meta.url);
  if (!here.endsWith('.ts')) return path.join(path.dirname(here), '../assets', name);
  const root = path.join(path.dirname(here), '..');
  return isPackageAsset(name)
    ? path.join(root, 'node_modules', PACKAGE_ASSETS[name])
    : path.join(root, OWN_ASSETS.folder, name.slice(OWN_ASSETS.prefix.length));
}

/** The sample case as plain files; the build copies it to `out/assets/sample/`. */
export const SAMPLE_FOLDER = 'samples/lumenschip';

export function sampleFolder(): string {
  const here = fileURLToPath(import.meta.url);
  return here.endsWith('.ts')
    ? path.join(path.dirname(here), '..', SAMPLE_FOLDER)
    : path.join(path.dirname(here), '../assets/sample');
}

/** A WebAssembly kernel of `main/kernels`; the build of kernels makes it, the build of the app copies it. */
export function kernelPath(name: string): string {
  const here = fileURLToPath(import.meta.url);
  const folder = here.endsWith('.ts') ? '../out/kernels' : '../assets/kernels';
  return path.join(path.dirname(here), folder, `${name}.wasm`);
}
