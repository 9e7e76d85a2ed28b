/// <reference types="astro/client" />
import type { SignedIn } from '#features/identity/person.ts';
import type { PendingForm } from '#forms/pending.ts';
import type { Translate } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';
import type { KeepPage } from '#platform/http/kept-pages.ts';
import type { HamkkeApp } from './app.ts';

declare global {
  namespace App {
    interface Locals {
      app: HamkkeApp;
      requestId: string;
      locale: Locale;
      t: Translate;
      person: SignedIn | null;
      /** The session of this request, for signing out and for marking the current device. */
      sessionId: string | null;
      /** How many notices the person has not read; asked once for each request, and only by pages that say it. */
      unread: () => Promise<number>;
      /** Whether demonstration people exist in this installation. */
      isDemo: boolean;
      /** A form that was sent without a session and waits for its sender to sign in. */
      pending: PendingForm | null;
      /** A new id for a form of this page. */
      eventId: () => string;
      /** The ids given out so far. */
      eventIds: string[];
      /** Set by a page that may be sent again for as long as this holds: what it was made from, cheaply asked. */
      grounds: (() => Promise<boolean>) | null;
      /** Given by the server; not there while developing. */
      keepPage?: KeepPage;
    }
  }
}
