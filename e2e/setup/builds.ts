/** Makes the builds that the end-to-end tests look at, and serves them: run by Playwright before the tests. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { serve } from './server.ts';
import { ARCHIVE_PATH, AUDIO_PATH, PORT } from './places.ts';
import { makeTone } from './tone.ts';

const archive = 'node_modules/.cache/hourline/archive';

await build({ logLevel: 'warn' });
// The same program with a second folder of episodes: nothing else tells it of them.
process.env['HOURLINE_EPISODES'] = 'src/episodes,e2e/fixtures/episodes';
await build({ logLevel: 'warn', build: { outDir: archive, emptyOutDir: true } });

const audio = 'node_modules/.cache/hourline/audio';
mkdirSync(audio, { recursive: true });
writeFileSync(`${audio}/tone.wav`, makeTone(30));

await serve({ '/': 'dist', [ARCHIVE_PATH]: archive, [AUDIO_PATH]: audio }, PORT);
console.log(`Serving on ${PORT}`);
