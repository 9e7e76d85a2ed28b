import type { Catalogue } from '#features/catalogue/course.ts';

/** What is each reader's own in a lesson: a question, a sheet, what stands before a section (named by its number). */
export type LessonPlace = { readonly kind: 'check' | 'sheet' | 'section'; readonly id: string };
/** Finished HTML, or such a place. */
export type LessonPart = { readonly html: string } | LessonPlace;

const MARKER = /<!--((?:check|sheet|section):[a-z0-9-]+)-->/;

export function marker({ kind, id }: LessonPlace): string {
  return `<!--${kind}:${id}-->`;
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

/** Marks the beginning and the place before each `h2`, as `section:0`, `section:1` and so on. */
export function withSections(html: string): string {
  let count = 0;
  const marked = html.replaceAll(/<h2\b/g, (heading) => {
    count += 1;
    return `${marker({ kind: 'section', id: String(count) })}${heading}`;
  });
  return `${marker({ kind: 'section', id: '0' })}${marked}`;
}

/** Splits HTML at the markers; every second piece of the split is one. */
export function partsOf(html: string): LessonPart[] {
  return html
    .split(MARKER)
    .map((piece, index): LessonPart => (index % 2 === 0 ? { html: piece } : placeOf(piece)))
    .filter((part) => !('html' in part) || part.html.trim() !== '');
}

function placeOf(piece: string): LessonPlace {
  const [kind, id = ''] = piece.split(':');
  return { kind: kind === 'sheet' || kind === 'section' ? kind : 'check', id };
}
