const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** What `isSlug` looks for, for editors that check while somebody writes. */
export const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** A UUID in lower case: rows, events and forms are named by these. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** A permanent content id: lower-case kebab-case, at most 64 characters. */
export function isSlug(text: string): boolean {
  return text.length <= 64 && SLUG.test(text);
}
