import { type BrowserContext, test as base, expect } from '@playwright/test';

export { expect };

const FAILED_LOAD = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * Playwright's `test`, which also fails when a page wrote an error to the console, threw, or broke the content security
 * policy. Contexts that a test opens by itself are watched with `watch(context)`.
 */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ context }, use) => {
      const faults = watch(context);
      await use(faults);
      expect(faults, 'No page may report an error in the console.').toEqual([]);
    },
    { auto: true },
  ],
});

/** Collects what goes wrong on any page of a context from now on. */
export function watch(context: BrowserContext): string[] {
  const faults: string[] = [];
  const documents = new Set<string>();
  context.on('request', (request) => {
    if (request.isNavigationRequest()) documents.add(withoutPlace(request.url()));
  });
  context.on('console', (message) => {
    const { url } = message.location();
    // A page that refuses a form or does not exist answers 4xx; the browser calls that an error, we do not.
    const isRefusal = FAILED_LOAD.test(message.text()) && documents.has(withoutPlace(url));
    if (message.type() === 'error' && !isRefusal) faults.push(`${url}: ${message.text()}`);
  });
  context.on('weberror', (webError) => faults.push(`thrown: ${webError.error().message}`));
  return faults;
}

/** A form may lead to a place on its page; the place is no part of the document. */
function withoutPlace(url: string): string {
  return url.replace(/#.*$/, '');
}
