/**
 * The start of the single file, in place of main.ts. The one script that it holds is also what its workers run: they are started
 * from the script's own text, and the address that they are started under says which of them is meant.
 */
if ('document' in globalThis) {
  const own = document.getElementById('hourline')!;
  // Under the name by which build/singlePlugin.ts has the workers' addresses made.
  Object.assign(globalThis, {
    hourlineScript: URL.createObjectURL(new Blob([own.textContent], { type: 'text/javascript' })),
  });
  void import('./singlePage.ts');
} else if (location.hash === '#reading') void import('./workers/reading.ts');
else void import('./workers/search.ts');
