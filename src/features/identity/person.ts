import type { Instant } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import { type Actor, ROLES, type Role } from '#kernel/rights.ts';
import { isLocale, type Locale } from '#kernel/text.ts';

/** Who a request belongs to. Pages find it as `Astro.locals.person`. */
export type SignedIn = Actor & {
  readonly name: string;
  readonly login: string;
  readonly locale: Locale;
  readonly unitId: string | null;
  readonly email: string | null;
  readonly isDemo: boolean;
};

export type Person = SignedIn & {
  readonly createdAt: Instant;
  readonly closedAt: Instant | null;
};

/** A person as the table holds one: the roles in one text, parted by commas. */
export type StoredPerson = Omit<Person, 'personId' | 'roles' | 'locale'> & {
  readonly id: string;
  readonly locale: string;
  readonly roles: string | null;
};

/** What it takes to write down a new person. The password is hashed before the transaction begins. */
export type NewPerson = {
  readonly id?: string;
  readonly login: string;
  readonly name: string;
  readonly locale: Locale;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly unitId?: string | null;
  readonly email?: string | null;
  readonly isDemo?: boolean;
  readonly createdAt?: Instant;
};

export const NAME_MAX = 80;
const EMAIL_MAX = 254;
const EMAIL = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+\.[^\s@.<>(),;:"\\]+$/u;

export function foldName(typed: string): string {
  return typed.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

export function checkName(name: string): Problem | null {
  if (name === '') return { code: 'name-required', field: 'name' };
  if ([...name].length > NAME_MAX)
    return { code: 'too-long', field: 'name', values: { max: NAME_MAX } };
  return null;
}

/** An address as it is stored, null when the field was left empty. */
export function foldEmail(typed: string): string | null {
  const email = typed.normalize('NFKC').trim().toLowerCase();
  return email === '' ? null : email;
}

/** Only the outline of an address is checked; whether mail arrives there shows when mail is sent. */
export function checkEmail(email: string | null): Problem | null {
  if (email === null) return null;
  return email.length <= EMAIL_MAX && EMAIL.test(email)
    ? null
    : { code: 'email-form', field: 'email' };
}

export function isRole(word: unknown): word is Role {
  return ROLES.some((role) => role === word);
}

/** Known roles in the order of `ROLES`, each once. */
export function orderRoles(words: readonly unknown[]): Role[] {
  return ROLES.filter((role) => words.includes(role));
}

export function readPerson({ id, ...row }: StoredPerson): Person {
  if (!isLocale(row.locale)) throw new Error(`person ${id} has unknown language ${row.locale}`);
  return {
    ...row,
    personId: id,
    locale: row.locale,
    roles: orderRoles((row.roles ?? '').split(',')),
  };
}
