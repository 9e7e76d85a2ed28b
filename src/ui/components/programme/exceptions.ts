import { isAbsenceKind } from '#features/programme/absence.ts';
import type { ExceptionLine } from '#features/programme/exception.ts';
import type { Translate } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';

/** Everybody who decided something in these lines. */
export function peopleOfLines(lines: readonly ExceptionLine[]): string[] {
  return [...new Set(lines.flatMap(({ byId, closed }) => [byId ?? [], closed?.byId ?? []].flat()))];
}

export function programmesOfLines(lines: readonly ExceptionLine[]): string[] {
  return [...new Set(lines.flatMap(({ programmeId }) => programmeId ?? []))];
}

/** Which exception it is, with what tells it from others of its kind. */
export function sayKind({ kind, word }: ExceptionLine, t: Translate): string {
  const more = sayWord(word, t);
  const said = t(`unit.exception.kind.${kind}`);
  return more === '' ? said : `${said} (${more})`;
}

/** One that is open says so by its state. */
const OUTCOMES = ['granted', 'refused', 'withdrawn'] as const;
const DUTIES = ['required', 'exempt'] as const;

function sayWord(word: string | null, t: Translate): string {
  if (isAbsenceKind(word)) return t(`programme.kind.${word}`);
  const outcome = OUTCOMES.find((one) => one === word);
  if (outcome) return t(`programme.extension.outcome.${outcome}`);
  const duty = DUTIES.find((one) => one === word);
  return duty ? t(`unit.exception.duty.${duty}`) : '';
}

/** Where something can still be done about it, by those who administer; null when it is over. */
export function placeOfAct(
  { kind, state, personId, programmeId }: ExceptionLine,
  locale: Locale,
): string | null {
  if (state === 'ended' || (kind === 'extension' && state !== 'waiting')) return null;
  const places = {
    excuse: `/${locale}/admin/people/${personId}/required#excuses`,
    extension: `/${locale}/extensions`,
    absence: `/${locale}/admin/calendar#absences`,
    named: `/${locale}/admin/programmes/${programmeId}`,
  };
  return places[kind];
}
