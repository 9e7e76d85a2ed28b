import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AREAS, AUDIENCES } from '#features/catalogue/course.ts';
import { isSlug } from '#kernel/id.ts';

type Wish = { id: string; area: string; audience: string };

/** Why nothing can be laid out in `folder` of the content under this id; `null` when it can. */
export function reasonAgainst(folder: string, kind: string, wish: Wish): string | null {
  if (!isSlug(wish.id)) {
    return `"${wish.id}" is not an id: lower-case letters, digits and hyphens, such as first-call.`;
  }
  if (!AREAS.some((area) => area === wish.area)) return `There is no area "${wish.area}".`;
  if (!AUDIENCES.some((audience) => audience === wish.audience)) {
    return `There is no audience "${wish.audience}".`;
  }
  return existsSync(join(folder, wish.id)) ? `The ${kind} "${wish.id}" exists.` : null;
}

/** Writes files by their path from the content folder, and names each. */
export function layOut(content: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
    console.log(`content/${file}`);
  }
}
