// Runs before the first paint: nobody sees what they did not choose or ask for. Stands alone, and never throws.
{
  const { dataset, style } = document.documentElement;
  // Who follows a link to something else does not see the poster (src/build/posterPlugin.ts).
  if (!['', '#/', dataset.poster].includes(location.hash) || /[?&][tq]=/.test(location.search)) delete dataset.poster;
  try {
    const kept = (name) => localStorage.getItem(`hourline:${name}`);
    dataset.theme = kept('theme') || 'system';
    if (kept('lanes')) dataset.lanes = kept('lanes');
    // As in src/state/preferences.svelte.ts.
    const size = [0.9375, 1.0625, 1.125, 1.3125, 1.5, 1.75][Number(kept('text-size') ?? 2)] ?? 1.125;
    const width = { narrow: 25, wide: 46, full: 1000 }[kept('line-width')] ?? 36.9;
    style.setProperty('--reading-size', `${size}rem`);
    style.setProperty('--reading-width', `${width * size}rem`);
  } catch {
    // Blocked storage: the usual look.
  }
}
