import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};
const IS_COMPRESSIBLE = /^(text|application)\/|svg/;
/** Files whose names change with their content. */
const IS_PERMANENT = /^\/(_astro|fonts)\//;

type Encoding = 'br' | 'gzip' | 'identity';
type StaticFile = { type: string; tag: string; bodies: Record<Encoding, Buffer> };

export type StaticFiles = {
  /** Answers when the path names a file of the build; says whether it did. */
  serve(request: IncomingMessage, response: ServerResponse, path: string): boolean;
};

/** The files of a finished build: listed once, read and compressed on first use, kept in memory. */
export function staticFiles(folder: string): StaticFiles {
  const places = listFiles(folder);
  const loaded = new Map<string, Promise<StaticFile>>();
  return {
    serve(request, response, path) {
      const place = places.get(path);
      if (place === undefined || !/^(GET|HEAD)$/.test(request.method ?? '')) return false;
      const file = loaded.get(place) ?? load(place);
      loaded.set(place, file);
      file.then(
        (found) => answer(request, response, found, cachingOf(path)),
        (error) => response.destroy(error),
      );
      return true;
    },
  };
}

/** Only what is listed here can be served, so a path cannot climb out of the folder. */
function listFiles(folder: string): Map<string, string> {
  const places = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, place).split(sep).join('/')}`;
    places.set(path.replace(/(?<=.)\/index\.html$|index\.html$|\.html$/, ''), place);
  }
  return places;
}

async function load(place: string): Promise<StaticFile> {
  const plain = await readFile(place);
  const type = TYPES[extname(place)] ?? 'application/octet-stream';
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  if (!IS_COMPRESSIBLE.test(type)) {
    return { type, tag, bodies: { br: plain, gzip: plain, identity: plain } };
  }
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    promisify(gzip)(plain, { level: 9 }),
  ]);
  return { type, tag, bodies: { br, gzip: zipped, identity: plain } };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { type, tag, bodies }: StaticFile,
  caching: string,
): void {
  const encoding = encodingFor(request.headers['accept-encoding']);
  const body = bodies[encoding];
  response.setHeader('cache-control', caching);
  response.setHeader('etag', tag);
  response.setHeader('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('content-type', type);
  response.setHeader('content-length', body.length);
  if (body !== bodies.identity) response.setHeader('content-encoding', encoding);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
}

function encodingFor(accepted: string | string[] | undefined): Encoding {
  const words = String(accepted ?? '').split(/[\s,;]+/);
  if (words.includes('br')) return 'br';
  return words.includes('gzip') ? 'gzip' : 'identity';
}

function cachingOf(path: string): string {
  if (IS_PERMANENT.test(path)) return 'public, max-age=31536000, immutable';
  return extname(path) === '' ? 'no-cache' : 'public, max-age=3600';
}
