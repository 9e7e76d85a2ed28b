import { defineMiddleware, sequence } from 'astro:middleware';
import { checkSession } from '#features/identity/service.ts';
import { unreadOf } from '#features/notify/service.ts';
import { pendingFrom } from '#forms/pending.ts';
import { translator } from '#i18n/index.ts';
import { isLocale } from '#kernel/text.ts';
import { takesFiles } from '#platform/http/uploads.ts';
import { theApp } from '../server-app.ts';
import { accessTo, judge } from './access.ts';
import { keepPage } from './keeping.ts';
import { preferredLocale } from './preferred-locale.ts';
import { refusalOf } from './sendable.ts';

/**
 * A fault of ours: the log gets it with the number of the request, the reader a page that says the number. The page is
 * asked for anew, because the request that failed may have been read already.
 */
const faults = defineMiddleware(async (context, next) => {
  try {
    return await next();
  } catch (error) {
    const { locals, request, routePattern, url } = context;
    if (routePattern === '/500' || locals.app === undefined) throw error;
    locals.app.log.error('fault', {
      id: locals.requestId,
      method: request.method,
      route: routePattern,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return context.rewrite(new Request(new URL('/500', url), { headers: request.headers }));
  }
});

/** Names the request, opens the app and finds the language of the page. */
const setting = defineMiddleware(async (context, next) => {
  const { locals, params, request } = context;
  const named = params['locale'];
  locals.requestId = request.headers.get('x-request-id') ?? crypto.randomUUID();
  // An error page has no language in its own address; it speaks that of the page that was asked for.
  const asked = named ?? context.originPathname.split('/')[1];
  locals.locale = isLocale(asked) ? asked : preferredLocale(request.headers.get('accept-language'));
  locals.t = translator(locals.locale);
  locals.person = null;
  locals.sessionId = null;
  locals.pending ??= null; // A rewrite to the sign-in page passes here again with the form it keeps.
  locals.isDemo = false;
  locals.eventIds = [];
  locals.eventId = () => newEventId(locals);
  locals.grounds = null;
  locals.unread = askedOnce(() => unreadFor(locals));
  if (context.isPrerendered) return next();
  locals.app = await theApp();
  locals.isDemo = locals.app.isDemo;
  if (named !== undefined && !isLocale(named)) return context.rewrite('/404');
  const response = await next();
  if (!response.headers.has('cache-control'))
    response.headers.set('cache-control', 'private, no-store');
  return response;
});

function newEventId({ app, eventIds }: App.Locals): string {
  const id = app.newId();
  eventIds.push(id);
  return id;
}

function unreadFor({ app, person }: App.Locals): Promise<number> {
  return person === null ? Promise.resolve(0) : unreadOf(app, person.personId);
}

function askedOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** Keeps what can be sent again; outside `setting`, which finishes the headers. */
const keeping = defineMiddleware(async (context, next) => {
  const response = await next();
  return context.isPrerendered ? response : keepPage(context.locals, context, response);
});

/** Who is asking: reads the session cookie, prolongs a session in use. */
const session = defineMiddleware(async (context, next) => {
  if (context.isPrerendered) return next();
  const { app } = context.locals;
  const id = context.cookies.get(app.cookie.name)?.value;
  if (id === undefined) return next();
  const found = await checkSession(app, id);
  if (found === null) {
    context.cookies.delete(app.cookie.name, app.cookie.options);
    return next();
  }
  context.locals.person = found.person;
  context.locals.sessionId = id;
  if (found.fresh) {
    context.cookies.set(app.cookie.name, id, { ...app.cookie.options, expires: found.expiresAt });
  }
  return next();
});

/** Lets in, asks to sign in (keeping a form that was sent), or says that this is not for you. */
const gate = defineMiddleware(async (context, next) => {
  if (context.isPrerendered) return next();
  const { locals, request, url } = context;
  const access = accessTo(context.routePattern, request.method);
  if (access === null) return context.rewrite('/404');
  const verdict = judge(access, locals.person?.roles ?? null);
  if (verdict === 'enter') return next();
  if (verdict === 'forbidden') {
    return context.rewrite(new Request(new URL('/403', url), { headers: request.headers }));
  }
  const signIn = new URL(`/${locals.locale}/sign-in`, url);
  if (request.method !== 'POST') {
    signIn.searchParams.set('next', url.pathname + url.search);
    return context.redirect(signIn.pathname + signIn.search, 303);
  }
  locals.pending = pendingFrom(url, await request.formData());
  return context.rewrite(new Request(signIn, { headers: request.headers }));
});

/** Pages read forms as browsers send them; anything else is refused before a page tries to. */
const sendable = defineMiddleware(({ request, url }, next) => {
  const type = request.headers.get('content-type');
  const refusal = refusalOf(request.method, type, takesFiles(url.pathname));
  return refusal === null ? next() : new Response(null, refusal);
});

export const onRequest = sequence(sendable, faults, keeping, setting, session, gate);
