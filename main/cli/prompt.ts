import { StringDecoder } from 'node:string_decoder';

/** The person pressed Ctrl-C at a question. */
export class Interrupted extends Error {}

const ENTER = new Set(['\r', '\n']);
const ERASE = new Set(['\u007f', '\b']);
const INTERRUPT = '\u0003';
const END = '\u0004';
const ERASE_LINE = '\u0015';

/**
 * Asks on the terminal and reads one line without showing it. Asks on standard error, so that standard output stays
 * the result's. Call it only when standard input is a terminal.
 * @throws Interrupted
 */
export function askSecret(question: string): Promise<string> {
  const { stdin, stderr } = process;
  const decoder = new StringDecoder('utf8');
  return new Promise((resolve, reject) => {
    let typed: string[] = [];
    const stop = (): void => {
      stdin.off('data', read);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
    };
    const read = (bytes: Buffer): void => {
      for (const character of decoder.write(bytes)) {
        if (ENTER.has(character) || character === END) {
          stop();
          resolve(typed.join(''));
          return;
        }
        if (character === INTERRUPT) {
          stop();
          reject(new Interrupted());
          return;
        }
        if (ERASE.has(character)) typed.pop();
        else if (character === ERASE_LINE) typed = [];
        else if (character >= ' ') typed.push(character);
      }
    };
    // Silent before it asks: somebody who types at once is not echoed by the terminal.
    stdin.setRawMode(true);
    stdin.on('data', read);
    stdin.resume();
    stderr.write(question);
  });
}
