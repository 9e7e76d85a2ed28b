import { z } from 'zod';
import { hasUniqueIds } from './item-base.ts';
import { match } from './item-types/match.ts';
import { multiple } from './item-types/multiple.ts';
import { number } from './item-types/number.ts';
import { order } from './item-types/order.ts';
import { single } from './item-types/single.ts';

/** A question as its author writes it, with the right answer in it. Nothing of this shape is ever sent to a browser. */
export const itemSchema = z.discriminatedUnion('type', [
  single.schema,
  multiple.schema,
  order.schema,
  match.schema,
  number.schema,
]);
export type Item = z.infer<typeof itemSchema>;
export type ItemType = Item['type'];

/** A lesson's `items.yaml`. */
export const itemsSchema = z
  .array(itemSchema)
  .refine(hasUniqueIds, 'Two questions of this lesson have the same id. Give each its own.');

/** What a service that reads questions asks for beside `App`: the questions of each lesson, by `course/lesson`. */
export type WithItems = { readonly items: Readonly<Record<string, readonly Item[]>> };

/** The questions of a lesson in the author's order; none for a lesson that has none or does not exist. */
export function itemsOf({ items }: WithItems, courseId: string, lessonId: string): readonly Item[] {
  const lesson = `${courseId}/${lessonId}`;
  return (Object.hasOwn(items, lesson) && items[lesson]) || [];
}
