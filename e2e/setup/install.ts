/**
 * Makes sure that there is a browser for the tests: the step before them. Tries what costs least first, says
 * what it does, and ends with one sentence where nothing helps.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { findBrowser, PACKED } from './browser.ts';

const root = process.getuid?.() === 0;

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`> ${command} ${args.join(' ')}`);
  return (
    spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' })
      .status === 0
  );
}

async function answers(host: string): Promise<boolean> {
  try {
    await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}

function onDebian(): boolean {
  return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Each way to a browser, in the order of what it costs. */
const ways: readonly (readonly [says: string, go: () => Promise<boolean> | boolean])[] = [
  [
    "Playwright's own Chromium",
    async () =>
      (await answers('https://cdn.playwright.dev')) &&
      run('npx', ['playwright', 'install', ...(root ? ['--with-deps'] : []), 'chromium']),
  ],
  [
    "Debian's chromium package",
    () =>
      root &&
      onDebian() &&
      run('apt-get', ['update', '-qq']) &&
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
        DEBIAN_FRONTEND: 'noninteractive',
      }),
  ],
  ['@sparticuz/chromium from npm', unpackFromNpm],
];

/** A Chromium that is packed inside an npm package; it needs no root. */
function unpackFromNpm(): boolean {
  if (process.platform !== 'linux') return false;
  mkdirSync(PACKED, { recursive: true });
  if (!run('npm', ['install', '--no-save', '--prefix', PACKED, '@sparticuz/chromium@147.0.0'])) return false;
  const unpack = `
    const { default: chromium } = await import('@sparticuz/chromium');
    process.stdout.write(await chromium.executablePath());`;
  // It unpacks into the system's folder for temporary files; that folder is ours for this call.
  const env = { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x', TMPDIR: PACKED };
  execFileSync(process.execPath, ['--input-type=module', '-e', unpack], { cwd: PACKED, env });
  return true;
}

for (const [says, go] of ways) {
  if (findBrowser()) break;
  console.log(`No browser for the tests yet; trying ${says}.`);
  try {
    await go();
  } catch (error) {
    console.log(`  ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (!findBrowser()) {
  console.error(
    'No browser could be found or installed for the end-to-end tests: install Chrome or Chromium, or set CHROME_PATH to one.',
  );
  process.exit(1);
}
