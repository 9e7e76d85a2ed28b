import { z } from 'zod';
import { isDay } from '#kernel/date.ts';
import { isSlug, SLUG } from '#kernel/id.ts';

const words = z.string().trim().min(1, 'is empty');

/** One text in every language of the product, none of them empty. */
export const textSchema = z.strictObject({ ko: words, en: words });

/** A permanent content id, such as `first-call`. */
export const slugSchema = z
  .string()
  .refine(isSlug, 'is not lower-case kebab-case (first-call)')
  .meta({ pattern: SLUG.source, maxLength: 64 });

/** A calendar day, such as `2026-11-22`. */
export const daySchema = z
  .string()
  .refine(isDay, 'is not a day written as 2026-11-22')
  .meta({ format: 'date' });

/** The number of a competency in the framework, such as `C5.1`. */
export const competencySchema = z.string().regex(/^C\d+\.\d+$/, 'is not written as C5.1');
