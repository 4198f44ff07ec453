// Runs before the first paint, so that who chose dark colours sees no white page, nor the other way round.
try {
  document.documentElement.dataset.theme = localStorage.getItem('hourline:theme') || 'system';
} catch {
  // Blocked storage: the system's colours.
}
