/**
 * What is typed after a note was asked for and before its editor is there, which on a slow line comes later: words of the
 * note, which would be taken as single keys else.
 */
export class TypedAhead {
  #text: string | undefined;

  /** From now on what is typed is kept. */
  begin(): void {
    this.#text = '';
  }

  /** Whether a key press is one of what is typed. */
  takes(event: KeyboardEvent): boolean {
    // AltGr, which writes letters of many languages, counts as both Ctrl and Alt.
    const isCommand = event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'));
    if (this.#text === undefined || isCommand) return false;
    if (event.key === 'Enter') this.#text += '\n';
    else if (event.key === 'Backspace') this.#text = this.#text.slice(0, -1);
    else if (event.key.length === 1) this.#text += event.key;
    else return false;
    event.preventDefault();
    return true;
  }

  /** What was typed, if anything was awaited; from now on keys are keys again. */
  end(): string | undefined {
    const text = this.#text;
    this.#text = undefined;
    return text;
  }
}
