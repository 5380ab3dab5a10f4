import { describe, expect, it } from 'vitest';
import { compose, id, rows, SMALL, view } from './composeFixture.ts';

const weighing = (part: string, argument: string, more: Parameters<typeof view>[3] = {}) =>
  view(`weighing:${part}`, 'weighing', { part, argument, evidence: [id('seat')] }, more);
const callouts = (document: ReturnType<typeof compose>) =>
  document.blocks.flatMap((block) => (block.kind === 'callout' ? [block.title] : []));
const paragraphs = (document: ReturnType<typeof compose>) =>
  document.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [
          block.parts
            .map((part) => (part.kind === 'cite' ? `[${part.n}]` : 'text' in part ? part.text : ''))
            .join(''),
        ]
      : [],
  );

describe('the chapter on the weighing (PUR-22)', () => {
  it('prints the text of a part with its sources, and says of the others that they are missing', () => {
    const document = compose([...SMALL, weighing('risks', 'Kennis kan weglekken.')]);
    expect(paragraphs(document)).toContainEqual(expect.stringMatching(/^Kennis kan weglekken\. \[\d+\]$/));
    expect(callouts(document).filter((title) => title === 'Nog niet geschreven.')).toHaveLength(2);
  });

  it('puts beside each part what was judged elsewhere, an indicator without a rating included', () => {
    const document = compose(SMALL);
    expect(rows(document, 'weighing-risks-grounds').map(([name]) => name)).toEqual([
      'CON-1 Voorwaarde 1: risico voor de nationale veiligheid',
      'CON-2 Voorwaarde 2: invloed van een statelijke actor',
      expect.stringContaining('Cruciaal voor een beleidsdoel'),
    ]);
    expect(rows(document, 'weighing-interests-grounds').at(-2)?.[1]).toBe('nog niet gewaardeerd');
    expect(rows(document, 'weighing-response-grounds').at(-1)).toEqual([
      'Lichtere instrumenten en maatregelen',
      '56 nog zonder oordeel',
    ]);
  });

  it('leaves out a text above the ceiling, and does not say what it was', () => {
    const secret = weighing('risks', 'Een geheim.', { marking: 'stgG' });
    const document = compose([...SMALL, secret], { ceiling: 'depV' });
    expect(JSON.stringify(document)).not.toContain('Een geheim.');
    expect(callouts(document).filter((title) => title === 'Nog niet geschreven.')).toHaveLength(3);
  });
});
