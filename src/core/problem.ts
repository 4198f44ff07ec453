/**
 * A fault found in a document, as a value: readers collect problems and go on.
 *
 * An `error` means that something of the document is lost; a `warning` means that it was mended or
 * read in a lenient way; a `note` tells of what is merely not there. `line` counts from 1; 0 stands for the document as a whole.
 */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly line: number;
  readonly message: string;
  /** The file's name, where the reader knows it. */
  readonly file?: string;
}

/** `file:line: sentence [code]`, the form that editors and terminals turn into a link. */
export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line > 0 ? problem.line : undefined].filter((part) => part !== undefined);
  return `${place.length > 0 ? `${place.join(':')}: ` : ''}${problem.message} [${problem.code}]`;
}

/** Those by which something is lost or was mended. */
export function faultsOf(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity !== 'note');
}

/** The same problems, each with the file that it was found in. */
export function inFile(file: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, file }));
}
