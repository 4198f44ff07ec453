import { attempt, type Outcome } from './outcome.ts';

/** The part of the File System Access API that is used here; TypeScript's own types leave out what only Chromium has. */
export interface FileHandle {
  readonly name: string;
  getFile(): Promise<File>;
  queryPermission?(how: { mode: 'read' }): Promise<PermissionState>;
  requestPermission?(how: { mode: 'read' }): Promise<PermissionState>;
}

type Picker = (options: object) => Promise<FileHandle[]>;

const picker = () => (window as { showOpenFilePicker?: Picker }).showOpenFilePicker;

/** Whether this browser can remember a file from one visit to the next; others have to be given it again. */
export function canKeepFiles(): boolean {
  return picker() !== undefined;
}

/** Lets the visitor choose an audio file that can be remembered; `undefined` where they chose none. */
export function pickAudio(): Promise<Outcome<FileHandle | undefined>> {
  return attempt(async () => {
    const types = [{ description: 'Audio', accept: { 'audio/*': [], 'video/*': ['.mp4', '.webm', '.mkv', '.mov'] } }];
    const [handle] = await picker()!({ types }).catch((error: unknown) => {
      // Whoever closes the dialog without choosing has changed their mind: no failure.
      if (error instanceof DOMException && error.name === 'AbortError') return [];
      throw error;
    });
    return handle;
  });
}

/** Opens a remembered file; where the browser wants to ask first, only in answer to a press. */
export function openKept(handle: FileHandle): Promise<Outcome<File>> {
  return attempt(async () => {
    const how = { mode: 'read' } as const;
    const granted =
      (await handle.queryPermission?.(how)) === 'granted' || (await handle.requestPermission?.(how)) !== 'denied';
    if (!granted) throw new Error('the browser was not allowed to read it');
    return handle.getFile();
  });
}
