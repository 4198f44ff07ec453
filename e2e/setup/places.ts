/** Where the tests' server listens; another port, for a second run beside the first: `PORT=5173 npm run e2e`. */
export const PORT = Number(process.env['PORT'] ?? 4173);
/** A build with two episodes stands here, well below the host's root. */
export const ARCHIVE_PATH = '/shows/archive/';
/** Audio as a publisher's host would serve it. */
export const AUDIO_PATH = '/audio/';
