import { formatSpoken } from '../time.ts';
import type { Mention, Topic } from '../topics/topic.ts';

/** How mentions were recognised, in words; nothing where a name was said as it is written. */
export function howHeard({ how, heard }: Pick<Mention, 'how' | 'heard'>): string {
  if (how === 'heard-as') return `heard as “${heard}”`;
  return { exact: '', part: 'a part of the name', url: 'its address, read aloud' }[how];
}

/** `DMA, 8 mentions`: how a lane is called. */
export function laneName({ name, mentions }: Pick<Topic, 'name' | 'mentions'>): string {
  return `${name}, ${mentions.length} ${mentions.length === 1 ? 'mention' : 'mentions'}`;
}

/** `DMA, 8 mentions, 2 of 8, 10 minutes 47 seconds`: how a mention is called on its lane. */
export function mentionName(topic: Pick<Topic, 'name' | 'mentions'>, index: number): string {
  const mention = topic.mentions[index]!;
  const place = `${index + 1} of ${topic.mentions.length}, ${formatSpoken(mention.start)}`;
  return [laneName(topic), place, howHeard(mention)].filter(Boolean).join(', ');
}
