// Runs before the first paint, so that nobody sees what they did not choose and did not ask for. Hourline's other scripts
// come later, so this is short, stands alone, and never throws.
{
  const { dataset, style } = document.documentElement;
  // The beginning of the newest episode stands in the page as text: not for who follows a link to something else.
  if (!['', '#/', dataset.poster].includes(location.hash) || /[?&][tq]=/.test(location.search)) delete dataset.poster;
  try {
    const kept = (name) => localStorage.getItem(`hourline:${name}`);
    dataset.theme = kept('theme') || 'system';
    // As state/preferences.svelte.ts has them, in rem and in sizes of the text.
    const size = [0.9375, 1.0625, 1.125, 1.3125, 1.5, 1.75][Number(kept('text-size') ?? 2)] ?? 1.125;
    const width = { narrow: 25, wide: 46, full: 1000 }[kept('line-width')] ?? 36.9;
    style.setProperty('--reading-size', `${size}rem`);
    style.setProperty('--reading-width', `${width * size}rem`);
  } catch {
    // Blocked storage: the usual look.
  }
}
