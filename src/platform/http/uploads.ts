/** Bytes of a form without a file. */
export const BODY_LIMIT = 256 * 1024;
const MEGABYTE = 1024 * 1024;

/** The pages whose form may carry a file and how many megabytes it may have; every other page refuses one unread. */
const UPLOADS = [
  { path: /^\/(ko|en)\/my\/prior-learning\/new$/, megabytes: 5 },
  { path: /^\/(ko|en)\/imports\/new$/, megabytes: 20 },
  { path: /^\/(ko|en)\/verify$/, megabytes: 1 },
] as const;

/** Bytes of a form with one document, with room for its other fields. */
export const UPLOAD_LIMIT = UPLOADS[0].megabytes * MEGABYTE + BODY_LIMIT;

export function takesFiles(path: string): boolean {
  return megabytesFor(path) > 0;
}

/** How many megabytes a file sent to this path may have; 0 where none is taken. */
export function megabytesFor(path: string): number {
  return UPLOADS.find((upload) => upload.path.test(path))?.megabytes ?? 0;
}

/** How many bytes a form sent to this path may have. */
export function bodyLimit(path: string): number {
  return megabytesFor(path) * MEGABYTE + BODY_LIMIT;
}
