import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Recent, rememberRecent } from '#kernel/recent.ts';
import type { Origin } from './origin.ts';

/** A finished page, ready to be sent again to whoever it was made for. */
export type KeptPage = {
  readonly headers: Readonly<Record<string, string>>;
  /** UTF-8. Between two parts comes a fresh id: each form of each showing has its own. */
  readonly parts: readonly Buffer[];
  readonly freshId: () => string;
  /** Whether everything the page was made from is still so: asked before every showing. */
  readonly stands: () => Promise<boolean>;
};
export type KeepPage = (page: KeptPage) => void;

export type KeptPages = {
  /** Sends the page kept for this request if it still stands; otherwise lets `render` make it, and keep it. */
  serve(exchange: Exchange, render: (keep: KeepPage) => void): void;
};
type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly origin: Origin;
};

const MOST_PAGES = 150;
const LARGEST_PAGE = 256 * 1024;

/**
 * Remembers pages by address and cookies together, so that nobody is ever sent what was made for somebody else. Only
 * pages that say how to tell whether they still stand are handed in.
 */
export function keptPages(): KeptPages {
  const pages = rememberRecent<KeptPage>(MOST_PAGES);
  return {
    serve: (exchange, render) => {
      const key = exchange.request.method === 'GET' ? keyOf(exchange) : null;
      if (key === null) return render(() => {});
      const fresh = () => render((page) => keep(pages, key, page));
      const page = pages.get(key);
      if (page === undefined) return fresh();
      // A fault in asking is the page's to report: it asks the same things again.
      void page.stands().then(
        (stands) => (stands ? send(exchange.response, page) : fresh()),
        () => fresh(),
      );
    },
  };
}

function keep(pages: Recent<KeptPage>, key: string, page: KeptPage): void {
  const size = page.parts.reduce((sum, part) => sum + part.length, 0);
  if (size <= LARGEST_PAGE) pages.set(key, page);
}

/** A digest: the cookie of a session must not lie about in memory for as long as a page does. */
function keyOf({ request, origin }: Exchange): string {
  const { url = '/', headers } = request;
  const asked = [origin.protocol, origin.host, url, headers.cookie ?? ''];
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64');
}

function send(response: ServerResponse, { headers, parts, freshId }: KeptPage): void {
  const pieces = parts.flatMap((part, index) => (index === 0 ? [part] : [idBytes(freshId), part]));
  const body = Buffer.concat(pieces);
  response.writeHead(200, { ...headers, 'content-length': body.length });
  response.end(body);
}

function idBytes(freshId: () => string): Buffer {
  return Buffer.from(freshId(), 'latin1');
}
