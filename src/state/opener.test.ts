import { afterEach, expect, test, vi } from 'vitest';
import type { NamedFile } from '../data/reader.ts';
import type { Library } from './library.svelte.ts';
import { Opener } from './opener.svelte.ts';

vi.mock('../data/reader.ts', async (original) => ({
  ...(await original<typeof import('../data/reader.ts')>()),
  readFiles: async (files: readonly NamedFile[]) => ({
    previews: [{ slug: 'talk', files: files.map(({ name }) => name) }],
    rest: [],
  }),
}));

afterEach(() => vi.unstubAllGlobals());

/** An opener, and how the system's file manager hands it files. */
function launched() {
  const added: string[][] = [];
  const add = (_: unknown, files: readonly NamedFile[]) => added.push(files.map(({ name }) => name));
  let launch: (brought: object) => void = () => undefined;
  vi.stubGlobal('launchQueue', { setConsumer: (consumer: typeof launch) => (launch = consumer) });
  const opener = new Opener({ add } as unknown as Library);
  opener.openLaunched();
  return {
    opener,
    added,
    launch: (name: string, getFile: () => Promise<Blob>) => launch({ files: [{ name, getFile }] }),
  };
}

test('what takes long to be read does not slip under what was opened since', async () => {
  const { opener, added, launch } = launched();
  let arrive: (file: Blob) => void = () => undefined;
  const slow = new Promise<Blob>((resolve) => (arrive = resolve));
  launch('slow.vtt', () => slow);
  launch('quick.vtt', async () => new Blob());
  await vi.waitFor(() => expect(opener.state.is).toBe('preview'));
  arrive(new Blob());
  await slow;
  await new Promise((resolve) => setTimeout(resolve));
  if (opener.state.is === 'preview') await opener.add(opener.state.opening.previews);
  expect(added).toEqual([['quick.vtt']]);
});

test('files that the browser can’t hand over are refused in words', async () => {
  const { opener, launch } = launched();
  launch('gone.vtt', () => Promise.reject(new DOMException('', 'NotReadableError')));
  await vi.waitFor(() => expect(opener.state).toMatchObject({ is: 'refused' }));
  expect(opener.state).toHaveProperty('reason', 'The files can’t be read: NotReadableError.');
});
