import type { NamedFile } from './reader.ts';

/** Everything that a drop or a paste brings: files, and the files within dropped folders, with their paths. */
export async function filesOf(transfer: DataTransfer): Promise<NamedFile[]> {
  // The list is only there during the event, so it is read before anything is waited for.
  const roots = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const files: NamedFile[] = [];
  for (const root of roots) {
    if (root instanceof File) files.push({ name: root.name, file: root });
    else if (root) await walk(root, '', files);
  }
  return files;
}

/** Files that a visitor chose with the file dialog; folders chosen there tell their paths. */
export function namedFiles(files: readonly File[]): NamedFile[] {
  return files.map((file) => ({ name: file.webkitRelativePath || file.name, file }));
}

async function walk(entry: FileSystemEntry, folder: string, files: NamedFile[]): Promise<void> {
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
  if (entry instanceof FileSystemFileEntry) {
    files.push({ name: path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) });
  } else if (entry instanceof FileSystemDirectoryEntry && !entry.name.startsWith('.')) {
    const reader = entry.createReader();
    // A reader gives its entries in portions, and none when it is done.
    for (let portion = await readSome(reader); portion.length > 0; portion = await readSome(reader)) {
      for (const child of portion) await walk(child, path, files);
    }
  }
}

function readSome(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
