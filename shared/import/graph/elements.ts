import type { XmlElement, XmlHandler } from './xml.ts';

/** A node or edge of a graph file, with its attributes by name as text; `line` is where it begins. */
export type GraphElement = {
  readonly line: number;
  readonly id: string | undefined;
  readonly attributes: ReadonlyMap<string, string>;
} & (
  | { readonly kind: 'node' }
  | {
      readonly kind: 'edge';
      readonly source: string | undefined;
      readonly target: string | undefined;
      readonly directed: boolean;
    }
);

/** Takes the elements of a format out of its XML; `elements` are those that are complete and not yet taken. */
export abstract class GraphXml implements XmlHandler {
  /** True once the root of the format was seen. */
  isGraph = false;
  #ready: GraphElement[] = [];

  abstract open(element: XmlElement): void;
  abstract close(name: string, text: string): void;

  protected emit(element: GraphElement): void {
    this.#ready.push(element);
  }

  take(): readonly GraphElement[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }
}
