const SOMEWHERE = 'https://hamkke.invalid';

/**
 * Where to go after signing in, when it is a path of this site; null for everything else. A browser reads `//evil`,
 * `/\evil` and paths with tabs in them as another site, so the answer is what a browser would make of the path.
 */
export function safeReturnPath(path: string | null | undefined): string | null {
  if (!path || path.length > 2_000 || !path.startsWith('/')) return null;
  if (!URL.canParse(path, SOMEWHERE)) return null;
  const url = new URL(path, SOMEWHERE);
  if (url.origin !== SOMEWHERE || url.pathname.startsWith('//')) return null;
  return url.pathname + url.search + url.hash;
}
