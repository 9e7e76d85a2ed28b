export type SessionCookie = {
  readonly name: string;
  readonly options: {
    readonly httpOnly: true;
    readonly sameSite: 'lax';
    readonly secure: boolean;
    readonly path: '/';
  };
};

/**
 * How the session travels: `cookies.set(name, sessionId, { ...options, expires })`. The `__Host-` name binds it to this
 * host and to https; plain http (a laptop, a test) gets a plain name.
 */
export function sessionCookie(origin: string): SessionCookie {
  const secure = origin.startsWith('https://');
  return {
    name: secure ? '__Host-hamkke' : 'hamkke',
    options: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
  };
}
