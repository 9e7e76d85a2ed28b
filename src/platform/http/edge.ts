import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';
import type { Log } from '#kernel/ports.ts';
import type { Env } from '../env.ts';
import { CONTENT_POLICY } from './content-policy.ts';
import { type KeepPage, keptPages } from './kept-pages.ts';
import { originOf, setOrigin } from './origin.ts';
import type { StaticFiles } from './static-files.ts';
import { bodyLimit, megabytesFor } from './uploads.ts';

/** A form that is too big is read to its end up to here, so that the browser can show the answer. */
const PATIENCE_LIMIT = 16 * 1024 * 1024;

const TOO_LARGE =
  'This is more than 256 KB, which is the most one form may hold. Go back and send less.\n' +
  '한 번에 보낼 수 있는 256KB를 넘었습니다. 뒤로 가서 줄여 보내 주세요.\n';
const fileTooLarge = (megabytes: number) =>
  `The file is more than ${megabytes} MB, which is the most one form may hold. Go back and choose a smaller one.\n` +
  `한 번에 보낼 수 있는 ${megabytes}MB를 넘는 파일입니다. 뒤로 가서 더 작은 파일을 골라 주세요.\n`;
const NO_LENGTH = 'A request with a body must say its length (Content-Length).\n';
const BAD_ADDRESS = 'This address cannot be read.\n읽을 수 없는 주소입니다.\n';

type Edge = {
  readonly env: Env;
  readonly log: Log;
  readonly files: StaticFiles;
  /** Astro's handler; what it gives to `keep` may be sent again without it. */
  readonly render: (request: IncomingMessage, response: ServerResponse, keep: KeepPage) => void;
  /** True from the moment the server was asked to stop. */
  readonly isDraining: () => boolean;
};

/** What happens to every request before Astro sees it: name, headers, origin, limits, files, compression, one log line. */
export function edge({ env, log, files, render, isDraining }: Edge): RequestListener {
  const compress = compressor();
  const kept = keptPages();
  return (request, response) => {
    const path = pathOf(request);
    const id = nameRequest(request, env);
    logWhenDone(log, { id, path, request, response });
    const origin = originOf(request, env);
    setOrigin(request, env, origin);
    setHeaders(response, id, origin.protocol === 'https:');
    if (isDraining()) response.setHeader('connection', 'close');

    if (path === null) return refuse(response, 400, BAD_ADDRESS);
    if (path === '/health' && isDraining()) return refuse(response, 503, 'draining\n');
    if (!isBodyWelcome(request, response, path)) return;
    if (files.serve(request, response, path)) return;
    compress(request, response, () =>
      kept.serve({ request, response, origin }, (keep) => render(request, response, keep)),
    );
  };
}

type Exchanging = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Compresses what `next` answers, for clients that ask for it. */
function compressor(): Exchanging {
  const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_LGWIN]: 18 } } });
  return (request, response, next) => {
    if (/\b(br|gzip)\b/.test(String(request.headers['accept-encoding']))) {
      // Typed for Express, made for node:http.
      compress(request as never, response as never, next);
      return;
    }
    response.setHeader('vary', 'accept-encoding');
    next();
  };
}

/** The path without the query, or null when its percent signs make no sense. */
function pathOf({ url = '/' }: IncomingMessage): string | null {
  try {
    return decodeURI(url.split('?', 1)[0] ?? '/');
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** A proxy that is trusted may name the request; the app finds the name in the same header. */
function nameRequest(request: IncomingMessage, env: Env): string {
  const given = env.trustProxy ? request.headers['x-request-id'] : undefined;
  const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  request.headers['x-request-id'] = id;
  return id;
}

function setHeaders(response: ServerResponse, id: string, isHttps: boolean): void {
  response.setHeader('x-request-id', id);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('content-security-policy', CONTENT_POLICY);
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader(
    'permissions-policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  );
  if (isHttps) response.setHeader('strict-transport-security', 'max-age=31536000');
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(sentence);
}

/** Answers a body that is too large or of unknown length; says whether the request may go on. */
function isBodyWelcome(request: IncomingMessage, response: ServerResponse, path: string): boolean {
  const length = Number(request.headers['content-length'] ?? 0);
  if (request.headers['transfer-encoding'] !== undefined) {
    refuse(response, 411, NO_LENGTH);
    return false;
  }
  const limit = bodyLimit(path);
  if (length <= limit) return true;
  const megabytes = megabytesFor(path);
  const sentence = megabytes === 0 ? TOO_LARGE : fileTooLarge(megabytes);
  if (length > PATIENCE_LIMIT) refuse(response, 413, sentence);
  else request.once('end', () => refuse(response, 413, sentence)).resume();
  return false;
}

/** Links in letters carry a secret in their path: whoever reads the log must not be able to use them. */
function withoutSecrets(path: string): string {
  return path.replace(/\/(reset|welcome)\/[^/]+/, '/$1/…');
}

type Exchange = {
  id: string;
  path: string | null;
  request: IncomingMessage;
  response: ServerResponse;
};

function logWhenDone(log: Log, { id, path, request, response }: Exchange): void {
  const start = performance.now();
  response.once('close', () => {
    if (path === '/health' && response.statusCode === 200) return;
    log.info('request', {
      id,
      method: request.method,
      path: path === null ? null : withoutSecrets(path),
      status: response.statusCode,
      ms: Math.round((performance.now() - start) * 10) / 10,
      ...(response.writableFinished ? {} : { aborted: true }),
    });
  });
}
