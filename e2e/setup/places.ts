export const PORT = 4173;
/** A build with two episodes stands here, well below the host's root. */
export const ARCHIVE_PATH = '/shows/archive/';
