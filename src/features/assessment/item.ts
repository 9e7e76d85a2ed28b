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
