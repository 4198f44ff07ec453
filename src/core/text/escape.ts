/** Text → the same text in HTML or XML, within an element or a quoted attribute. For what leaves the page, never for it. */
export function escapeHtml(text: string): string {
  return cleanXml(text).replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!,
  );
}

/** Without the characters that XML 1.0 (§2.2) has no place for, however written: a reader would refuse the whole document. */
function cleanXml(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Cs}\uFFFE\uFFFF]/gu, '');
}

/** Text → the same text in Markdown (CommonMark, and `~` of its GitHub form), on one line. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]<>~]/g, '\\$&')
      .replace(/&(?=#?[\da-z]{1,32};)/gi, '\\&')
      // What would begin a heading or a list, at the head of the line.
      .replace(/^(\s*)([#+-])(?=[\s#]|$)/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
  );
}

/** Text → the same text in a BibTeX field that stands in braces (LaTeX's ten special characters). */
export function escapeBibtex(text: string): string {
  const signs: Record<string, string> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return text.replace(/[\\{}$&#%_~^]/g, (sign) => signs[sign] ?? `\\${sign}`);
}
