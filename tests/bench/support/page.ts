import type { Running } from './server.ts';

/** A page as it came, for sending again: the body in base64. */
export type Answer = { readonly body: string; readonly headers: Record<string, string> };

/** The demonstration civil servant and a course they are in the middle of. */
export const READER = { login: 'haneul', password: 'hamkke-haneul' };
export const COURSE = 'ready-respond-recover';
export const LESSON = 'who-commands';

export function lessonAddress({ origin }: Pick<Running, 'origin'>, locale: 'ko' | 'en'): string {
  return `${origin}/${locale}/courses/${COURSE}/${LESSON}`;
}

/** Signs in through the form and returns the cookie header of the session. */
export async function signIn({ origin }: Pick<Running, 'origin'>): Promise<string> {
  const answer = await fetch(`${origin}/en/sign-in`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ ...READER, next: '' }),
    redirect: 'manual',
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0] ?? '')
    .find((pair) => /^(__Host-)?hamkke=/.test(pair));
  if (cookie === undefined) throw new Error(`Signing in answered ${answer.status}.`);
  return cookie;
}

/** Reads a page once and keeps what a bare server needs for sending the same. */
export async function readPage(url: string, headers: Record<string, string>): Promise<Answer> {
  const answer = await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`);
  const body = Buffer.from(await answer.arrayBuffer());
  const kept = [...answer.headers].filter(
    ([name]) => !/^(connection|date|keep-alive|transfer-encoding)$/.test(name),
  );
  return {
    body: body.toString('base64'),
    headers: { ...Object.fromEntries(kept), 'content-length': String(body.length) },
  };
}
