/** Makes the builds that the end-to-end tests look at, and serves them: run by Playwright before the tests. */
import { build } from 'vite';
import { serve } from './server.ts';
import { ARCHIVE_PATH, HARNESS_PATH, PORT } from './places.ts';
import { buildHarness, HARNESS } from './harness.ts';

const archive = 'node_modules/.cache/hourline/archive';

await build({ logLevel: 'warn' });
// The same program with a second folder of episodes: nothing else tells it of them.
process.env['HOURLINE_EPISODES'] = 'src/episodes,e2e/fixtures/episodes';
await build({ logLevel: 'warn', build: { outDir: archive, emptyOutDir: true } });

await buildHarness();

await serve({ '/': 'dist', [ARCHIVE_PATH]: archive, [HARNESS_PATH]: HARNESS }, PORT);
console.log(`Serving on ${PORT}`);
