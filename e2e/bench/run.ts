/** `npm run bench -- <name>` runs the `run` that e2e/bench/<name>.ts exports; without a name it lists them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const [name] = process.argv.slice(2);
const benches = readdirSync(here)
  .filter(
    (file) =>
      file.endsWith('.ts') && /^export (async )?function run\b/m.test(readFileSync(new URL(file, here), 'utf8')),
  )
  .map((file) => file.slice(0, -3));

if (name === undefined || !benches.includes(name) || !existsSync(new URL(`${name}.ts`, here))) {
  console.log(`npm run bench -- <${benches.join(' | ')}>`);
  process.exitCode = name === undefined ? 0 : 1;
} else {
  const bench = (await import(new URL(`${name}.ts`, here).href)) as { run(): Promise<void> };
  await bench.run();
}
