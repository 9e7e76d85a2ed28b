import { CATEGORIES } from '#features/transcript/category.ts';
import type { Transcript } from '#features/transcript/service.ts';
import { reportedAs } from '#features/transcript/setting.ts';
import { hoursOf, summed } from '#features/transcript/totals.ts';
import { sayDay, sayNumber, type Translate, translator } from '#i18n/index.ts';
import type { Instant } from '#kernel/date.ts';
import type { Locale } from '#kernel/text.ts';
import type { PdfBlock, PdfDocument } from '#platform/pdf/document.ts';

type Speaking = { readonly t: Translate; readonly locale: Locale };

/** A transcript as a document in either language, whichever the page is in. */
export function transcriptDocument(
  transcript: Transcript,
  { locale, now }: { locale: Locale; now: Instant },
): PdfDocument {
  const t = translator(locale);
  const speaking = { t, locale };
  const { name, number } = transcript;
  return {
    title: `${t('transcript.document')} – ${name}`,
    locale,
    author: t('shell.name'),
    createdAt: now,
    header: `${t('shell.name')} · ${t('transcript.document')}`,
    footer: `${t('transcript.number')} ${number}`,
    place: (page, pages) => t('transcript.page', { page, pages }),
    blocks: [
      { kind: 'heading', level: 1, text: t('transcript.document') },
      factsOf(transcript, speaking),
      ...sumsOf(transcript, speaking),
      { kind: 'heading', level: 2, text: t('transcript.lines') },
      ...linesOf(transcript, speaking),
      { kind: 'paragraph', size: 'small', text: t('transcript.note') },
      { kind: 'paragraph', size: 'small', text: t('transcript.number-text') },
    ],
  };
}

function factsOf({ name, year, number, madeOn }: Transcript, { t, locale }: Speaking): PdfBlock {
  const period =
    year === null ? t('transcript.all-years') : t('transcript.period-year', { year: String(year) });
  return {
    kind: 'facts',
    facts: [
      { term: t('transcript.name'), value: name },
      { term: t('transcript.period'), value: period },
      { term: t('transcript.number'), value: number },
      { term: t('transcript.made-on'), value: sayDay(locale, madeOn) },
    ],
  };
}

/** By category, then as the agency reports it where it has said how. */
function sumsOf({ lines, setting }: Transcript, { t, locale }: Speaking): PdfBlock[] {
  const { minutes, total } = summed(lines);
  const hours = (number: number) => sayNumber(locale, hoursOf(number));
  const columns = (title: string) => [
    { title, share: 3 },
    { title: t('transcript.hours-column'), share: 1, align: 'right' as const },
  ];
  const reported = reportedAs(setting, minutes);
  const byAgency: PdfBlock[] =
    reported.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: t('transcript.reported'),
            columns: columns(t('transcript.reported')),
            rows: reported.map((one) => [one.name[locale], hours(one.minutes)]),
          },
        ];
  return [
    { kind: 'heading', level: 2, text: t('transcript.hours-column') },
    {
      kind: 'table',
      caption: t('transcript.category'),
      columns: columns(t('transcript.category')),
      rows: [
        ...CATEGORIES.filter((category) => minutes[category] > 0).map((category) => [
          t(`transcript.category.${category}`),
          hours(minutes[category]),
        ]),
        [t('transcript.total'), hours(total)],
      ],
      hasTotal: true,
    },
    ...byAgency,
  ];
}

function linesOf({ lines, year }: Transcript, { t, locale }: Speaking): PdfBlock[] {
  if (lines.length === 0) return [{ kind: 'paragraph', text: t('transcript.empty') }];
  return [
    {
      kind: 'table',
      caption:
        year === null
          ? t('transcript.lines-all')
          : t('transcript.lines-of', { year: String(year) }),
      columns: [
        { title: t('transcript.what'), share: 5 },
        { title: t('transcript.day'), share: 2 },
        { title: t('transcript.category'), share: 2 },
        { title: t('transcript.counts'), share: 1.2, align: 'right' },
      ],
      rows: lines.map((line) => [
        `${line.name[locale]} (${t(`transcript.kind.${line.kind}`)})`,
        line.day,
        t(`transcript.category.${line.category}`),
        sayNumber(locale, line.minutes),
      ]),
    },
  ];
}
