const BLOCK = 512;

export type TarInput = {
  readonly name: string;
  readonly size: number;
  readonly chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;

/** POSIX.1-1988 ustar header of a plain file, mode 0644, without time and owner: equal content, equal archive. */
function header(name: string, size: number): Uint8Array {
  if (!/^[\x20-\x7e]{1,100}$/.test(name)) throw new RangeError('a plain tar header cannot hold this name');
  if (!Number.isSafeInteger(size) || size < 0 || size >= 8 ** 11)
    throw new RangeError('a plain tar header cannot hold this size');
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 'ascii');
  block.write(octal(0o644, 7) + octal(0, 7) + octal(0, 7) + octal(size, 11) + octal(0, 11), 100, 'ascii');
  block.write(' '.repeat(8), 148, 'ascii');
  block.write('0', 156, 'ascii');
  block.write('ustar\x0000', 257, 'ascii');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)} `, 148, 'ascii');
  return block;
}

/**
 * A tar archive of plain files in the given order. Content of another length than promised throws: the caller checks
 * what it reads.
 */
export async function* tar(files: Iterable<TarInput>): AsyncGenerator<Uint8Array, void> {
  for (const { name, size, chunks } of files) {
    yield header(name, size);
    let written = 0;
    for await (const chunk of chunks()) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== size) throw new RangeError('content is not as long as its header says');
    if (size % BLOCK !== 0) yield Buffer.alloc(BLOCK - (size % BLOCK));
  }
  yield Buffer.alloc(2 * BLOCK);
}
