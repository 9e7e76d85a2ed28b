import { z } from 'zod';
import type { Given } from '#features/assessment/item-kind.ts';
import { slugSchema } from '#features/catalogue/text.ts';
import { readSheet } from '#features/sheet/given.ts';
import { keepSheet } from '#features/sheet/service.ts';
import { findSheet, type SheetPlace, type WithSheets } from '#features/sheet/sheet.ts';
import type { Typed } from '#features/sheet/view.ts';
import type { App } from '#kernel/ports.ts';
import type { Actor } from '#kernel/rights.ts';
import type { Locale } from '#kernel/text.ts';
import { givenIn } from './assessment.ts';

/** `rows:<table>` asks for one more row in that table; like `show-sheet` it keeps nothing and is open to everybody. */
const act = z.union([
  z.literal(['keep-sheet', 'show-sheet']),
  z.templateLiteral(['rows:', z.string()]),
]);
const sheetForm = z.object({ act, eventId: z.uuid().toLowerCase(), sheet: slugSchema });
const OURS = new Set(['act', 'eventId', 'sheet']);

export type SentSheet = Typed & {
  /** Empty when the form names none. */
  readonly sheetId: string;
  readonly isKept: boolean;
};

export function isSheetForm(form: FormData): boolean {
  return act.safeParse(form.get('act')).success;
}

export function asksToKeep(form: FormData): boolean {
  return form.get('act') === 'keep-sheet';
}

type Sent = Omit<SheetPlace, 'sheetId'> & { readonly form: FormData; readonly locale: Locale };

/** The form of one sheet: kept for somebody who is signed in and asks for it, otherwise only read, with every problem it has. */
export async function sendSheet(
  app: App & WithSheets,
  actor: Actor | null,
  { courseId, lessonId, form, locale }: Sent,
): Promise<SentSheet> {
  const given = givenIn(form, OURS);
  const sent = sheetForm.safeParse(Object.fromEntries(form));
  if (!sent.success) return refused('', given, [{ code: 'form-incomplete' }]);
  const { eventId, sheet: sheetId } = sent.data;
  const place = { courseId, lessonId, sheetId };
  const sheet = findSheet(app, place);
  if (sheet === undefined) return refused('', given, [{ code: 'sheet-unknown' }]);
  if (sent.data.act.startsWith('rows:')) {
    const moreIn = sent.data.act.slice('rows:'.length);
    return { ...refused(sheetId, given, []), moreIn };
  }
  const { problems } = readSheet(sheet, given);
  if (problems.length > 0 || !asksToKeep(form) || actor === null)
    return refused(sheetId, given, problems);
  const outcome = await keepSheet(app, actor, { ...place, eventId, given, locale });
  if (!outcome.ok) return refused(sheetId, given, [outcome.problem]);
  return { ...refused(sheetId, given, []), isKept: true };
}

function refused(sheetId: string, given: Given, problems: Typed['problems']): SentSheet {
  return { sheetId, given, problems, moreIn: null, isKept: false };
}
