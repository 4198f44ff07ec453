import type { NamedFile } from './reader.ts';

/** The part of the platform that hands files to an installed page (WICG Launch Handler); few browsers have it. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

/** Calls back with the files whenever the system's file manager opens some with the installed page. */
export function whenLaunched(heard: (files: Promise<NamedFile[]>) => void): void {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    // An ordinary start brings none.
    if (files.length > 0)
      heard(Promise.all(files.map(async (handle) => ({ name: handle.name, file: await handle.getFile() }))));
  });
}
