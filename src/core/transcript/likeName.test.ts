import { expect, test } from 'vitest';
import { isLikeName, isLikeSentence } from './likeName.ts';

test.each<[string, boolean, boolean]>([
  ['Ann', true, false],
  ['Sandra dos Santos', true, false],
  ['María de los Ángeles García Pérez', true, false],
  ['SPEAKER 1', true, false],
  ['Speaker one', false, false],
  ['caller', false, false],
  ['دانا', false, false],
  ['محمد بن عبد الله آل سعود', false, false],
  ['The train leaves at', false, true],
  ['Treffen von', false, true],
  ['and', false, true],
  ['a las', false, true],
  ['so we really met again', false, true],
])('%s is like a name: %j, and like a sentence: %j', (text, name, sentence) => {
  expect(isLikeName(text)).toBe(name);
  expect(isLikeSentence(text)).toBe(sentence);
});
