import { z } from 'zod';
import type { Problem, Result } from '#kernel/result.ts';

/** What came of a sent form: the service's answer, or what is wrong with it and what was typed, to show it again. */
export type Reply<T, V> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly values: V };

/** A field of text; one that was not sent counts as empty. */
export function textField(maxLength = 1_000) {
  return z.string().max(maxLength).default('');
}

/** Reads the fields a form is known to have; null when it cannot have come from our page. */
export function readForm<T>(form: FormData, schema: z.ZodType<T>): T | null {
  const parsed = schema.safeParse(Object.fromEntries(form));
  return parsed.success ? parsed.data : null;
}

/** Asks for the page that says there is nothing here. The sent form has been read, so its own request cannot go there. */
export function nowhere({ url, headers }: Request): Request {
  return new Request(new URL('/404', url), { headers });
}

export const UNREADABLE: readonly Problem[] = [{ code: 'form-incomplete' }];

export function replyTo<T, V>(result: Result<T>, values: V): Reply<T, V> {
  return result.ok ? result : { ok: false, problems: [result.problem], values };
}

/** Whoever changes something for others says why. */
export function missingReason(reason: string, field = 'why'): Problem[] {
  return reason === '' ? [{ code: 'why-required', field }] : [];
}
