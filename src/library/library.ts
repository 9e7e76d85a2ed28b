import type { Item } from '#features/assessment/item.ts';
import type { CatalogueContents } from '#features/catalogue/course.ts';

/** All content in memory, as plain data: it survives JSON, so that a build can carry it. */
export type Library = CatalogueContents & {
  /** Questions by `course/lesson`, in the author's order. */
  items: Record<string, Item[]>;
  framework: unknown;
  scenarios: { id: string }[];
};
