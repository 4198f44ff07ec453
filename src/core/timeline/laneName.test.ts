import { expect, test } from 'vitest';
import { laneName, mentionName } from './laneName.ts';
import { dma, river } from './testing/topics.ts';

test('lanes are called by what they hold', () => {
  expect(laneName(river)).toBe('River, 1 mention');
  expect(mentionName(dma, 1)).toBe('DMA, 3 mentions, 2 of 3, 10 minutes 47 seconds, heard as “DNA”');
});
