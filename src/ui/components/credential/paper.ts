import type { Says } from '#features/credential/given.ts';
import { sayDay, sayNumber, type Translate } from '#i18n/index.ts';
import type { Day } from '#kernel/date.ts';
import type { Locale } from '#kernel/text.ts';
import type { PdfDocument } from '#platform/pdf/document.ts';
import type { QrDrawing } from '#platform/qr.ts';

type Printed = {
  readonly says: Says;
  readonly name: string;
  readonly issuedOn: Day;
  readonly validUntil: Day | null;
  readonly madeAt: number;
  /** Where anybody checks it, and the same as a drawing. */
  readonly href: string;
  readonly drawing: QrDrawing;
};

/** A certificate on one sheet of paper. */
export function paperOf(
  { says, name, issuedOn, validUntil, madeAt, href, drawing }: Printed,
  { t, locale }: { t: Translate; locale: Locale },
): PdfDocument {
  const criteria = says.criteria.split('\n\n')[locale === 'ko' ? 0 : 1] ?? says.criteria;
  const until = validUntil === null ? t('credential.for-ever') : sayDay(locale, validUntil);
  const length = { n: sayNumber(locale, says.hours ?? 0) };
  const hours = [{ term: t('credential.hours'), value: t('credential.hours-n', length) }];
  return {
    title: t('credential.one.title', { name }),
    locale,
    author: says.issuer,
    createdAt: madeAt,
    header: says.issuer,
    footer: href,
    place: (page, pages) => `${page} / ${pages}`,
    blocks: [
      { kind: 'heading', level: 1, text: t('credential.heading') },
      { kind: 'paragraph', text: says.recipient, weight: 'bold' },
      { kind: 'paragraph', text: t('credential.certifies') },
      { kind: 'heading', level: 2, text: name },
      { kind: 'paragraph', text: criteria },
      {
        kind: 'facts',
        facts: [
          { term: t('credential.earned'), value: sayDay(locale, says.earnedOn) },
          ...(says.hours === null ? [] : hours),
          { term: t('credential.issued'), value: sayDay(locale, issuedOn) },
          { term: t('credential.valid-until'), value: until },
          { term: t('credential.issuer'), value: says.issuer },
        ],
      },
      {
        kind: 'figure',
        alt: `${t('credential.qr')}: ${href}`,
        viewBox: { width: drawing.size, height: drawing.size },
        width: 120,
        paths: [{ d: drawing.path, fill: '#000000' }],
      },
      {
        kind: 'paragraph',
        text: `${t('credential.scan')} ${href}`,
        size: 'small',
      },
    ],
  };
}
