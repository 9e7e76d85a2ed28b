import type { IncomingMessage } from 'node:http';
import type { Env } from '../env.ts';

export type Origin = { readonly protocol: 'http:' | 'https:'; readonly host: string };

/**
 * Where the visitor thinks this site is: PUBLIC_ORIGIN when it is set, otherwise the host the request names. A browser
 * never lets another site's form change that host, so comparing it with the form's Origin still refuses foreign forms.
 */
export function originOf({ headers }: IncomingMessage, env: Env): Origin {
  if (env.isOriginFixed) {
    const { protocol, host } = new URL(env.origin);
    return { protocol: protocol === 'https:' ? 'https:' : 'http:', host };
  }
  const told = (name: string) => (env.trustProxy ? listOf(headers[name])[0] : undefined);
  return {
    protocol: told('x-forwarded-proto') === 'https' ? 'https:' : 'http:',
    host: told('x-forwarded-host') ?? headers.host ?? 'localhost',
  };
}

/** Replaces what a client may have claimed about host, protocol and address with what is known. */
export function setOrigin({ headers }: IncomingMessage, env: Env, origin: Origin): void {
  // The last address is the one the trusted proxy saw itself; those before it are the client's claim.
  const visitor = env.trustProxy ? listOf(headers['x-forwarded-for']).at(-1) : undefined;
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-forwarded-') || name === 'forwarded') delete headers[name];
  }
  headers.host = origin.host;
  headers['x-forwarded-host'] = origin.host;
  headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
  if (visitor) headers['x-forwarded-for'] = visitor;
}

function listOf(header: string | string[] | undefined): string[] {
  return String(header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
