import { createTransport } from 'nodemailer';
import type { Log, Mailer } from '#kernel/ports.ts';

// Shorter than the shortest wait between two tries, so that a hanging server never has one letter twice under way.
const TIMEOUT_MS = 15_000;

/** Sends through an SMTP server such as `smtps://user:secret@mail.example.org`. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return {
    async send({ to, subject, text, locale }) {
      const headers = { 'Content-Language': locale, 'Auto-Submitted': 'auto-generated' };
      await transport.sendMail({ from, to, subject, text, headers });
    },
  };
}

/** For development: the letter appears in the log instead of a mailbox. */
export function logMailer(log: Log): Mailer {
  return {
    async send({ to, subject, text }) {
      log.info('mail', { to, subject, text });
    },
  };
}
