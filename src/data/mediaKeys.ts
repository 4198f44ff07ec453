/** What the device's own media keys and lock screen can ask for. Seconds. */
export interface MediaKeys {
  play(): void;
  pause(): void;
  seekBy(seconds: number): void;
  seekTo(seconds: number): void;
  previous(): void;
  next(): void;
}

/** Seconds that one press goes back or on, where the device names none. */
const STEP = 15;

const ACTIONS = [
  'play',
  'pause',
  'stop',
  'seekbackward',
  'seekforward',
  'seekto',
  'previoustrack',
  'nexttrack',
] as const satisfies readonly MediaSessionAction[];

/** Tells the device what is playing, and takes its keys. */
export function takeMediaKeys(what: { title: string; artist: string; album: string }, keys: MediaKeys): void {
  if (!('mediaSession' in navigator)) return;
  navigator.mediaSession.metadata = new MediaMetadata(what);
  const heed: Record<(typeof ACTIONS)[number], MediaSessionActionHandler> = {
    play: () => keys.play(),
    pause: () => keys.pause(),
    stop: () => keys.pause(),
    seekbackward: ({ seekOffset }) => keys.seekBy(-(seekOffset ?? STEP)),
    seekforward: ({ seekOffset }) => keys.seekBy(seekOffset ?? STEP),
    seekto: ({ seekTime }) => seekTime !== undefined && keys.seekTo(seekTime),
    previoustrack: () => keys.previous(),
    nexttrack: () => keys.next(),
  };
  for (const action of ACTIONS) setHandler(action, heed[action]);
}

/** Tells the device where the sound is. */
export function showMediaState(playing: boolean, duration: number, position: number, speed: number): void {
  if (!('mediaSession' in navigator)) return;
  navigator.mediaSession.playbackState = playing ? 'playing' : 'paused';
  if (duration > 0)
    navigator.mediaSession.setPositionState({
      duration,
      position: Math.min(duration, Math.max(0, position)),
      playbackRate: speed,
    });
}

/** Gives the device's keys and screen back. */
export function leaveMediaKeys(): void {
  if (!('mediaSession' in navigator)) return;
  navigator.mediaSession.metadata = null;
  navigator.mediaSession.playbackState = 'none';
  for (const action of ACTIONS) setHandler(action, null);
}

/** Browsers throw at an action that they don't know. */
function setHandler(action: MediaSessionAction, handler: MediaSessionActionHandler | null): void {
  try {
    navigator.mediaSession.setActionHandler(action, handler);
  } catch {
    // Then its key does what it always did.
  }
}
