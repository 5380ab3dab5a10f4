import { initSync, type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';

/** Typst reads these, by path: the template, and the document as JSON. There is nothing else to read. */
const TEMPLATE = '/dossier.typ';
const DATA = '/document.json';

/** The typesetter said no. Its own words may hold case text: they are for who debugs the template, never for a log. */
export class TypesettingFailed extends Error {
  override name = 'TypesettingFailed';
  readonly diagnostics: unknown;
  constructor(diagnostics: unknown) {
    super('the typesetter refused the document');
    this.diagnostics = diagnostics;
  }
}

export type Typesetter = {
  /** A tagged PDF 1.7, not yet PDF/A. The same document gives the same bytes, on a fresh or a warm typesetter. */
  readonly typeset: (document: unknown, template: string) => Uint8Array;
};

/**
 * A warm typesetter with just these fonts: no system fonts, no packages, no files, no network. A panic inside leaves
 * the WebAssembly memory broken: after any throw other than `TypesettingFailed`, end the thread.
 */
export async function createTypesetter(wasm: Uint8Array, fonts: readonly Uint8Array[]): Promise<Typesetter> {
  initSync({ module: wasm });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font);
  const compiler: TypstCompiler = await builder.build();
  return {
    typeset: (document, template) => {
      compiler.add_source(TEMPLATE, template);
      compiler.map_shadow(DATA, new TextEncoder().encode(JSON.stringify(document)));
      const answer: { result?: Uint8Array; diagnostics?: unknown } = compiler.compile(TEMPLATE, [], 'pdf', 3);
      compiler.reset_shadow();
      compiler.reset();
      if (!answer.result) throw new TypesettingFailed(answer.diagnostics);
      return answer.result;
    },
  };
}
