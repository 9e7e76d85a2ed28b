import type { Message } from '#features/notify/message.ts';
import { sayDay, sayMoment } from '#i18n/index.ts';
import type { Instant } from '#kernel/date.ts';
import type { Locale } from '#kernel/text.ts';
import { challengeAnswered, challengePassedOn } from './challenge.ts';
import { claimDecided } from './claim-decided.ts';
import { sayDigest } from './digest.ts';
import { extensionAnswered, extensionAsked, extensionPassedOn } from './extension.ts';
import { invitation } from './invitation.ts';
import { passwordReset } from './password-reset.ts';
import { observed, peerAsked } from './witness.ts';

/** What every mail with a link says: to whom, where the link leads, and until when it works. */
export type Said = { name: string; link: string; until: string };
/** Where the site lives and which zone its times are told in. */
export type Place = { readonly origin: string; readonly zone: string };

const LINK_GONE: Record<Locale, string> = {
  ko: '(보낸 뒤에는 링크를 보관하지 않습니다)',
  en: '(the link is not kept after sending)',
};

/** The words of a message in its reader's language. */
export function renderMail(
  message: Message,
  locale: Locale,
  { origin, zone }: Place,
): { subject: string; text: string } {
  const { name, path } = message.params;
  const link = path === null ? LINK_GONE[locale] : origin + path;
  const until = (expiresAt: Instant) => sayMoment(locale, expiresAt, zone);
  switch (message.template) {
    case 'password-reset':
      return passwordReset[locale]({ name, link, until: until(message.params.expiresAt) });
    case 'invitation': {
      const { inviter, expiresAt } = message.params;
      return invitation[locale]({ name, link, until: until(expiresAt), inviter });
    }
    case 'claim-decided':
      return claimDecided[locale]({ name, link, day: sayDay(locale, message.params.day) });
    case 'challenge-passed-on':
      return challengePassedOn[locale]({ name, link });
    case 'challenge-answered':
      return challengeAnswered[locale]({ name, link });
    case 'observed':
      return observed[locale]({ name, link, by: message.params.by });
    case 'peer-asked':
      return peerAsked[locale]({ name, link, by: message.params.by });
    case 'extension-asked':
    case 'extension-passed-on': {
      const { by, programme } = message.params;
      const words = message.template === 'extension-asked' ? extensionAsked : extensionPassedOn;
      const said = { by, programme, until: sayDay(locale, message.params.until) };
      return words[locale]({ name, link, ...said });
    }
    case 'digest':
      return renderDigest(message.params, locale, { origin, link });
    case 'extension-answered': {
      const { programme } = message.params;
      const day = message.params.until;
      const said = { programme, until: day === null ? null : sayDay(locale, day) };
      return extensionAnswered[locale]({ name, link, ...said });
    }
  }
}

function renderDigest(
  params: Extract<Message, { template: 'digest' }>['params'],
  locale: Locale,
  { origin, link }: { origin: string; link: string },
): { subject: string; text: string } {
  const { name, own, people, units, more } = params;
  const at = (path: string | null) => origin + (path ?? '');
  return sayDigest(
    {
      name,
      link,
      account: at(`/${locale}/my/account#mail`),
      team: at(`/${locale}/team`),
      own: own.map((line) => ({ ...line, day: sayDay(locale, line.day), link: at(line.path) })),
      people: people.map((line) => ({ ...line, day: sayDay(locale, line.day) })),
      units,
      more,
    },
    locale,
  );
}
