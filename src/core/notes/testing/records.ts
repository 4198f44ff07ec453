/**
 * Records as each version that was ever shipped wrote them. These are kept for ever, and never edited: a visitor's disk
 * still holds them.
 */
export const RECORDS = {
  1: {
    version: 1,
    id: '6f1c1f7e-8a44-4d7f-9a51-52a1b0e3f001',
    episode: 'lup-603',
    body: 'Quote **this** 👩‍👩‍👧',
    target: {
      start: 640.1,
      end: 645.92,
      quote: { exact: 'the DMA patch', prefix: 'he sent ', suffix: ' to the list' },
    },
    created: '2025-01-02T03:04:05.678Z',
    modified: '2025-01-02T03:05:00.000Z',
  },
  2: {
    version: 2,
    id: '6f1c1f7e-8a44-4d7f-9a51-52a1b0e3f001',
    episode: 'lup-603',
    body: 'Quote **this** 👩‍👩‍👧',
    tags: ['kernel', 'to check'],
    colour: 'yellow',
    target: {
      start: 640.1,
      end: 645.92,
      quote: { exact: 'the DMA patch', prefix: 'he sent ', suffix: ' to the list' },
    },
    created: '2025-01-02T03:04:05.678Z',
    modified: '2025-01-02T03:05:00.000Z',
    revision: 7,
    copyOf: 'another',
    by: 'a-window',
  },
  '2, deleted': { version: 2, id: 'n1', revision: 8, by: 'a-window', deleted: '2025-01-02T03:05:00.000Z' },
} as const;
