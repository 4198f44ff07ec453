import { expect, test } from 'vitest';
import { tellMention } from './tell.ts';
import { dma } from './testing/topics.ts';

test('a card tells the words around a mention and why it is there', () => {
  expect(tellMention(dma, dma.mentions[1]!, 'The DNA patch.')).toEqual({
    name: 'DMA',
    start: 647.3,
    end: 648.3,
    words: [
      { text: 'The ', hit: false },
      { text: 'DNA', hit: true },
      { text: ' patch.', hit: false },
    ],
    why: 'heard as “DNA”',
  });
});
