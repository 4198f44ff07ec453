import { cachePrefix, type OfflineReport, type OfflineRequest } from '../core/offline/offlineCopy.ts';
import { trustedScriptUrl } from './trusted.ts';

/** The copy that this browser keeps for offline work, as the page deals with it: through the worker that keeps it. */
export interface OfflineCopy {
  /** Has the copy made or brought up to date. Rejects where the browser or the connection won't have it. */
  update(): Promise<void>;
  /** Asks the worker; `undefined` while there is none. */
  ask(request: OfflineRequest): Promise<OfflineReport | undefined>;
  /** Calls back whenever another worker has taken over. */
  onchange(heard: () => void): void;
}

/** `undefined` where the browser has no service workers, or not for this page. */
export function openOfflineCopy(): OfflineCopy | undefined {
  if (!('serviceWorker' in navigator)) return undefined;
  const { serviceWorker } = navigator;
  return {
    async update() {
      // The worker itself always comes past the browser's cache: it is what tells one version from the next.
      const registration = await serviceWorker.register(trustedScriptUrl('./sw.js'), { updateViaCache: 'none' });
      if (registration.active) await registration.update();
    },
    async ask(request) {
      const worker = serviceWorker.controller ?? (await serviceWorker.getRegistration('./'))?.active;
      if (!worker) return undefined;
      const { port1, port2 } = new MessageChannel();
      return new Promise((resolve) => {
        port1.onmessage = ({ data }: MessageEvent<OfflineReport>) => {
          port1.close();
          resolve(data);
        };
        worker.postMessage(request, [port2]);
      });
    },
    onchange: (heard) => serviceWorker.addEventListener('controllerchange', heard),
  };
}

const prefix = () => cachePrefix(new URL('./', location.href).href);

/** Bytes of all that is stored for offline work, also of an earlier version that is still in use. */
export async function measureOfflineCopy(): Promise<number> {
  let bytes = 0;
  for (const name of await ownCaches()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request, { ignoreVary: true });
      bytes += (await response?.blob())?.size ?? 0;
    }
  }
  return bytes;
}

async function ownCaches(): Promise<string[]> {
  // Pages from disk and pages without a safe connection have no caches.
  if (!('caches' in globalThis)) return [];
  return (await caches.keys()).filter((name) => name.startsWith(prefix()));
}
