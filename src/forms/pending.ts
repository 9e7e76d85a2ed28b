import { z } from 'zod';

/**
 * A form that arrived without a session: where it was going and what was in it. It travels in a hidden field through
 * sign-in, so nothing a person wrote is lost, and is sent again only when they press a button.
 */
export type PendingForm = {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
};

const MAX_LENGTH = 65_536;
const pendingForm = z.strictObject({
  action: z.string().regex(/^\/(ko|en)\/[\w./%~-]*(\?[\w=&%.-]*)?$/),
  fields: z.array(z.tuple([z.string().max(200), z.string()])).max(200),
});

export function pendingFrom(url: URL, form: FormData): PendingForm | null {
  const fields: [string, string][] = [];
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields.push([name, value]);
  }
  return parsePending(JSON.stringify({ action: url.pathname + url.search, fields }));
}

/** Reads the hidden field; null when it is missing or not of our making. */
export function parsePending(text: string | null | undefined): PendingForm | null {
  if (!text || text.length > MAX_LENGTH) return null;
  try {
    const parsed = pendingForm.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function writePending(pending: PendingForm): string {
  return JSON.stringify(pending);
}
