import type { Mention, Topic } from '../../topics/topic.ts';

const mention = (start: number, how: Mention['how'] = 'exact', heard = 'DMA'): Mention => ({
  id: `m${start}`,
  start,
  end: start + 1,
  cue: 'c1',
  how,
  heard,
  marks: [[4, 7]],
});
const topic = (name: string, ...mentions: Mention[]): Topic => ({
  id: name.toLowerCase(),
  name,
  kind: 'tag',
  mentions,
  links: [],
});

/** Topics that are mentioned twice, three times, once and never. */
export const rust = topic('Rust', mention(300), mention(400));
export const dma = topic('DMA', mention(100), mention(647.3, 'heard-as', 'DNA'), mention(700));
export const river = topic('River', mention(50));
export const silent = topic('Kindle');
