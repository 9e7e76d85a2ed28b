import type { Problem } from '#kernel/result.ts';

const LOGIN = /^[a-z가-힣0-9._-]{3,40}$/u;

/** The one form in which a sign-in name is stored and looked up: `Min.Ji ` and `ｍｉｎ．ｊｉ` are `min.ji`. */
export function foldLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** Whether a folded sign-in name may be given: 3 to 40 of a–z, Hangul syllables, digits, dot, hyphen and underscore. */
export function checkLogin(login: string): Problem | null {
  if (login === '') return { code: 'login-required', field: 'login' };
  return LOGIN.test(login) ? null : { code: 'login-form', field: 'login' };
}
