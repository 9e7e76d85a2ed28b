const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A session ends after this long without a request … */
export const IDLE_MS = 2 * HOUR;
/** … and after this long in any case: one working day, then the password again. */
export const ABSOLUTE_MS = 12 * HOUR;
export const INVITATION_MS = 14 * DAY;
export const RESET_MS = HOUR;
