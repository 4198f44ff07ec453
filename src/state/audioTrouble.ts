import type { SoundFault } from '../data/sound.ts';

const PRESS = 'The browser wants one more press on Play before it makes a sound.';

/** Why no sound comes from where it was published, and what can be done. */
export function whyNotFrom(host: string, fault: SoundFault): string {
  if (fault === 'refused') return PRESS;
  if (!navigator.onLine) return `You are offline, and the audio is at ${host}. A file of your own can be attached.`;
  if (fault === 'network') return `${host} stopped answering. Press Play to try again.`;
  if (fault === 'broken') return `What ${host} sends is damaged, or in a form that this browser can’t play.`;
  return `No audio came from ${host}: it is down, no longer has it, or has it in a form that this browser can’t play.`;
}

/** Why a visitor's own file can't be heard, and what can be done. */
export function whyNotFile(name: string, fault: SoundFault): string {
  if (fault === 'refused') return PRESS;
  if (fault === 'network') return `“${name}” can’t be read any more: it may have been moved. Attach it again.`;
  return `This browser can’t play “${name}”. MP3, M4A, Ogg, FLAC and WAV are what most browsers play.`;
}
