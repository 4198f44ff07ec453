/**
 * Opens a dialog over the page; for `{@attach showsModal}`. A dialog that is taken out of the page was not closed, and the
 * browser gives the focus back only from one that was: then it is given back here.
 */
export function showsModal(dialog: HTMLDialogElement): () => void {
  const from = document.activeElement;
  dialog.showModal();
  return () => {
    if (from === document.body || document.activeElement !== document.body) return;
    if (from instanceof HTMLElement) from.focus({ preventScroll: true });
  };
}
