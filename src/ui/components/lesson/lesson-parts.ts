import type { Catalogue } from '#features/catalogue/course.ts';

/** Finished HTML, or the place of a question. */
export type LessonPart = { readonly html: string } | { readonly check: string };

const MARKER = /<!--check:([a-z0-9-]+)-->/;

export function checkMarker(itemId: string): string {
  return `<!--check:${itemId}-->`;
}

const rendered = new WeakMap<Catalogue, Map<string, Promise<LessonPart[]>>>();

/**
 * The parts of a text that is the same for everybody: rendered at its first reading in this process and kept as long as
 * the catalogue it came from. A rendering that fails is tried again at the next reading.
 */
export function partsOnce(
  catalogue: Catalogue,
  name: string,
  render: () => Promise<string>,
): Promise<LessonPart[]> {
  const texts = rendered.get(catalogue) ?? new Map<string, Promise<LessonPart[]>>();
  rendered.set(catalogue, texts);
  const known = texts.get(name);
  if (known !== undefined) return known;
  const parts = render().then(partsOf);
  texts.set(name, parts);
  parts.catch(() => texts.delete(name));
  return parts;
}

/** Splits HTML at the markers of questions; every second piece of the split is an id. */
export function partsOf(html: string): LessonPart[] {
  return html
    .split(MARKER)
    .map((piece, index): LessonPart => (index % 2 === 0 ? { html: piece } : { check: piece }))
    .filter((part) => 'check' in part || part.html.trim() !== '');
}
