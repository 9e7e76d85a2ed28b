import { showBody } from '#features/sheet/kept.ts';
import type { OpenedSheet } from '#features/sheet/service.ts';
import type { Sheet } from '#features/sheet/sheet.ts';
import type { Shown } from '#features/sheet/words.ts';
import { sayMoment, type Translate } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';
import { csvFile } from '#platform/http/export.ts';

type Speaking = { readonly t: Translate; readonly locale: Locale; readonly zone: string };
type Filed = { readonly sheet: Sheet | undefined; readonly opened: OpenedSheet };

/** A sheet as a table: one line a part; the rows of a table follow its name, under the names of their columns. */
export function sheetAsCsv(
  name: string,
  { sheet, opened }: Filed,
  { t, locale }: Speaking,
): Response {
  const rows = partsOf(sheet, opened, locale).flatMap((part) =>
    part.kind === 'words'
      ? [[part.label, part.text]]
      : [[part.label], ['', ...part.columns], ...part.rows.map((row) => ['', ...row])],
  );
  const width = Math.max(2, ...rows.map((row) => row.length));
  const filled = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  const header = [t('sheet.csv-part'), t('sheet.csv-text'), ...Array<string>(width - 2).fill('')];
  return csvFile(name, header, filled);
}

/** The sheet as it is read, for any program that shows text. */
export function sheetAsText({ sheet, opened }: Filed, { t, locale, zone }: Speaking): string {
  const { body, savedAt } = opened.latest;
  const head = [
    sheet?.title[locale] ?? body.title[locale],
    t('sheet.kept-at', { when: sayMoment(locale, savedAt, zone) }),
  ].join('\n');
  const empty = t('sheet.empty-part');
  const parts = partsOf(sheet, opened, locale).map(
    (part) => `${part.label}\n${textOf(part) || empty}`,
  );
  return `${[head, ...parts].join('\n\n')}\n`;
}

function partsOf(sheet: Sheet | undefined, { latest }: OpenedSheet, locale: Locale): Shown[] {
  const { parts, lost } = showBody(sheet, latest.body, locale);
  return [...parts, ...lost];
}

function textOf(part: Shown): string {
  if (part.kind === 'words') return part.text;
  return part.rows
    .map(
      (row, n) => `${n + 1}. ${row.map((cell, at) => `${part.columns[at]}: ${cell}`).join(' / ')}`,
    )
    .join('\n');
}
