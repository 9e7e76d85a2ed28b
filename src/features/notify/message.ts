import { z } from 'zod';
import type { Locale } from '#kernel/text.ts';

/** A link inside the product, without origin: the job that delivers knows where the site lives. Null once it was taken out. */
const path = z.string().startsWith('/').nullable();
const expiresAt = z.number().int();
const request = z.strictObject({
  name: z.string(),
  path,
  by: z.string(),
  programme: z.string(),
  until: z.string(),
});

const PARAMS = {
  'password-reset': z.strictObject({ name: z.string(), path, expiresAt }),
  invitation: z.strictObject({ name: z.string(), inviter: z.string(), path, expiresAt }),
  /** The page lets in nobody who is not signed in, so its address is no secret. */
  'claim-decided': z.strictObject({ name: z.string(), path, day: z.string() }),
  'challenge-passed-on': z.strictObject({ name: z.string(), path }),
  'challenge-answered': z.strictObject({ name: z.string(), path }),
  observed: z.strictObject({ name: z.string(), path, by: z.string() }),
  'peer-asked': z.strictObject({ name: z.string(), path, by: z.string() }),
  'extension-asked': request,
  'extension-passed-on': request,
  digest: z.strictObject({
    name: z.string(),
    path,
    own: z.array(
      z.strictObject({
        programme: z.string(),
        state: z.enum(['due', 'in-grace', 'overdue', 'expiring', 'expired']),
        day: z.string(),
        /** A sentence in the language of the mail: it names what moved the date. */
        why: z.string(),
        path,
      }),
    ),
    people: z.array(z.strictObject({ name: z.string(), programme: z.string(), day: z.string() })),
    /** Null for people outside the organisation. */
    units: z.array(z.strictObject({ unit: z.string().nullable(), n: z.int() })),
    more: z.int(),
  }),
  'extension-answered': z.strictObject({
    name: z.string(),
    path,
    programme: z.string(),
    outcome: z.enum(['granted', 'refused']),
    until: z.string().nullable(),
  }),
} as const;

export const TEMPLATES = [
  'password-reset',
  'invitation',
  'claim-decided',
  'challenge-passed-on',
  'challenge-answered',
  'observed',
  'peer-asked',
  'extension-asked',
  'extension-passed-on',
  'extension-answered',
  'digest',
] as const;
export type Template = (typeof TEMPLATES)[number];

/** What a mail is about; the words are in `src/mail/<template>.ts`. */
export type Message = {
  [T in Template]: { readonly template: T; readonly params: Readonly<z.infer<(typeof PARAMS)[T]>> };
}[Template];

export type NewMessage = Message & { readonly address: string; readonly locale: Locale };

const VERSION = 1;

export function writeParams(message: Message): string {
  return JSON.stringify({ v: VERSION, ...message.params });
}

/** Reads what `writeParams` wrote; throws when a row was damaged. */
export function readMessage(template: string, params: string): Message {
  const { v, ...values } = JSON.parse(params);
  if (v !== VERSION) throw new Error(`message parameters of unknown version ${v}`);
  const known = TEMPLATES.find((one) => one === template);
  if (known === undefined) throw new Error(`unknown mail template ${template}`);
  // The template and the schema under its name belong together, which the union cannot see.
  return { template: known, params: PARAMS[known].parse(values) } as Message;
}

/** The same message without the link that lets its reader in: a mail that has gone needs no copy of its key. */
export function withoutLink(message: Message): Message {
  switch (message.template) {
    case 'password-reset':
      return { ...message, params: { ...message.params, path: null } };
    case 'invitation':
      return { ...message, params: { ...message.params, path: null } };
    // These lead to pages that ask who is there: the link is no key.
    case 'claim-decided':
    case 'challenge-passed-on':
    case 'challenge-answered':
    case 'observed':
    case 'peer-asked':
    case 'extension-asked':
    case 'extension-passed-on':
    case 'extension-answered':
    case 'digest':
      return message;
  }
}
