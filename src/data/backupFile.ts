import { attempt, type Outcome } from './outcome.ts';

/** The File System Access API, as far as a backup needs it; TypeScript's DOM does not know all of it. */
interface FileHandle extends FileSystemFileHandle {
  queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
}
interface FilePicker {
  showSaveFilePicker?(how: object): Promise<FileHandle>;
}

export type BackupFile = FileHandle;

/** Whether this browser can write to a file that the visitor chose (Chromium on a desktop can). */
export const canWriteFiles = (): boolean => 'showSaveFilePicker' in globalThis;

/** Lets the visitor choose a file; `undefined` where no file was chosen. */
export async function chooseBackupFile(): Promise<BackupFile | undefined> {
  try {
    return await (globalThis as FilePicker).showSaveFilePicker?.({
      suggestedName: 'hourline-backup.json',
      types: [{ description: 'Backup of Hourline', accept: { 'application/json': ['.json'] } }],
    });
  } catch {
    return undefined; // the visitor thought better of it
  }
}

/** Whether the file may be written without asking; browsers may forget the permission between visits. */
export async function mayWrite(file: BackupFile): Promise<boolean> {
  return (await file.queryPermission?.({ mode: 'readwrite' })) !== 'prompt';
}

/** Asks, in answer to a press of a button. */
export async function askToWrite(file: BackupFile): Promise<boolean> {
  return ((await file.requestPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted';
}

/** Writes the file whole: the browser puts it in place of the old one only once it is closed. */
export function writeBackupFile(file: BackupFile, text: string): Promise<Outcome> {
  return attempt(async () => {
    const writing = await file.createWritable();
    await writing.write(text);
    await writing.close();
  });
}
