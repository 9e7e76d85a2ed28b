import { CATEGORIES } from '#features/transcript/category.ts';
import type { Transcript } from '#features/transcript/service.ts';
import { hoursOf } from '#features/transcript/totals.ts';
import { translator } from '#i18n/index.ts';
import { isLocale, type Locale } from '#kernel/text.ts';
import { csvFile, jsonFile, pdfFile } from '#platform/http/export.ts';
import { writePdf } from '#platform/pdf/write-pdf.ts';
import type { HamkkeApp } from '../../../app.ts';
import { transcriptDocument } from './document.ts';
import { sayWhy } from './words.ts';

type Asked = { readonly app: HamkkeApp; readonly url: URL; readonly locale: Locale };

/** A transcript as a file. The document is in the language of `words` in the address, whatever the page is in. */
export async function transcriptFile(
  kind: 'csv' | 'json' | 'pdf',
  transcript: Transcript,
  { app, url, locale }: Asked,
): Promise<Response> {
  const asked = url.searchParams.get('words') ?? undefined;
  const words = isLocale(asked) ? asked : locale;
  const name = `${translator(words)('transcript.file-name')}-${transcript.year ?? 'all'}`;
  if (kind === 'csv') return transcriptCsv(name, transcript, words);
  if (kind === 'json') return jsonFile(name, transcriptData(transcript, app));
  const document = transcriptDocument(transcript, { locale: words, now: app.clock.now() });
  return pdfFile(name, await writePdf(document));
}

/** The year an address asks for; null for all of them. */
export function readYear(url: URL): number | null {
  const asked = url.searchParams.get('year') ?? '';
  return /^\d{4}$/.test(asked) ? Number(asked) : null;
}

function transcriptCsv(name: string, { lines, reviewers }: Transcript, locale: Locale): Response {
  const t = translator(locale);
  const header = [
    t('transcript.day'),
    t('transcript.what'),
    t('transcript.how'),
    t('transcript.category'),
    t('transcript.counts'),
    t('transcript.why'),
  ];
  const rows = lines.map((line) => [
    line.day,
    line.name[locale],
    t(`transcript.kind.${line.kind}`),
    t(`transcript.category.${line.category}`),
    line.minutes,
    sayWhy(line, reviewers, { t }),
  ]);
  return csvFile(name, header, rows);
}

/** The keys stay; new ones are added. Minutes are whole, hours have one decimal. */
function transcriptData(transcript: Transcript, { zone }: HamkkeApp) {
  const { personId, name, year, totals, lines, number, madeOn } = transcript;
  return {
    format: 1,
    number,
    person: { id: personId, name },
    year,
    made_on: madeOn,
    time_zone: zone,
    totals: totals.map((one) => ({
      year: one.year,
      minutes: Object.fromEntries(CATEGORIES.map((category) => [category, one.minutes[category]])),
      total_minutes: one.total,
      total_hours: hoursOf(one.total),
    })),
    lines: lines.map((line) => ({
      id: line.id,
      day: line.day,
      kind: line.kind,
      object: line.objectId,
      course: line.courseId,
      name: line.name,
      category: line.category,
      minutes: line.minutes,
      published_minutes: line.published,
      share: line.share,
      provider: line.provider,
      events: line.events.map(({ id, at, what }) => ({
        id,
        what,
        at: new Date(at).toISOString(),
      })),
    })),
  };
}
