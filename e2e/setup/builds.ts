/** Makes the builds that the end-to-end tests look at, and serves them: run by Playwright before the tests. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { openLedger } from './ledger.ts';
import { buildHarness, HARNESS } from './harness.ts';
import { ARCHIVE_PATH, AUDIO_PATH, HARNESS_PATH, PORT, PROXY_PORT, REPORT_PATH, UNSEALED_PATH } from './places.ts';
import { openProxy } from './proxy.ts';
import { serve } from './server.ts';
import { hostHeaders, unseal } from './unseal.ts';
import { makeTone } from './tone.ts';

const archive = 'node_modules/.cache/hourline/archive';
const unsealed = 'node_modules/.cache/hourline/unsealed';

openLedger();
await openProxy(PROXY_PORT);

await build({ logLevel: 'warn' });
// The same program with a second folder of episodes: nothing else tells it of them.
process.env['HOURLINE_EPISODES'] = 'src/episodes,e2e/fixtures/episodes';
await build({ logLevel: 'warn', build: { outDir: archive, emptyOutDir: true } });

unseal('dist', unsealed);
await buildHarness();

const audio = 'node_modules/.cache/hourline/audio';
mkdirSync(audio, { recursive: true });
writeFileSync(`${audio}/tone.wav`, makeTone(30));

// The first stands on a host that sends the headers that come with the build, the archive on one that sends none.
const { 'Content-Security-Policy': policy, ...others } = hostHeaders('dist');
const headers = { '/': { ...others, 'Content-Security-Policy': `${policy}; report-uri ${REPORT_PATH}` } };
await serve(
  { '/': 'dist', [ARCHIVE_PATH]: archive, [AUDIO_PATH]: audio, [HARNESS_PATH]: HARNESS, [UNSEALED_PATH]: unsealed },
  PORT,
  headers,
);
console.log(`Serving on ${PORT}`);
