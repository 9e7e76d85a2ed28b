/** Bytes of a form without a file. */
export const BODY_LIMIT = 256 * 1024;
/** Bytes of a form with one file of at most 5 MB, with room for its other fields. */
export const UPLOAD_LIMIT = 5 * 1024 * 1024 + BODY_LIMIT;

/** The pages whose form may carry a file; every other page refuses one unread. */
const UPLOADS = /^\/(ko|en)\/my\/prior-learning\/new$/;

export function takesFiles(path: string): boolean {
  return UPLOADS.test(path);
}

/** How many bytes a form sent to this path may have. */
export function bodyLimit(path: string): number {
  return takesFiles(path) ? UPLOAD_LIMIT : BODY_LIMIT;
}
