/**
 * Where the code of a worker thread is: `main/workers/<name>.ts`, which the build turns into
 * `out/main/worker-<name>.js` beside every other chunk.
 */
export function workerUrl(name: string): URL {
  // Kept in a variable: bundlers rewrite `new URL('...', import.meta.url)` when they see it whole.
  const here = import.meta.url;
  return new URL(here.endsWith('.ts') ? `./workers/${name}.ts` : `./worker-${name}.js`, here);
}
