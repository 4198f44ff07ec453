let ended = false;

/** Everything that is kept here is being deleted: until the page is loaded anew, nothing is written any more, by whatever part. */
export function endKeeping(): void {
  ended = true;
}

export const hasEnded = () => ended;
