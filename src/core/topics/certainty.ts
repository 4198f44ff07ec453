/** Under this a link is tied to no moment. */
export const LIKELY = 0.35;
/** From this on a tie is as good as said; below, it is called likely. */
export const SURE = 0.75;
