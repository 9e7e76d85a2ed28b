import { type Framework, findCompetency, type Level } from '#features/competency/framework.ts';
import type { ImportKind, ImportState, Row, RowState, Verdict } from '#features/intake/import.ts';
import type { PersonEffect, PersonFacts } from '#features/intake/people.ts';
import type { RecordReading } from '#features/intake/records.ts';
import { sayDay, sayNumber, type Translate } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';

export const IMPORT_TONE = {
  reading: 'plain',
  draft: 'together',
  applying: 'caution',
  applied: 'good',
  undoing: 'caution',
  undone: 'plain',
  discarded: 'plain',
} as const satisfies Record<ImportState, string>;

export const VERDICT_TONE = {
  unread: 'plain',
  wrong: 'danger',
  ready: 'good',
  there: 'plain',
  unmatched: 'caution',
  new: 'good',
  changed: 'together',
  moved: 'together',
  leaving: 'caution',
} as const satisfies Record<Verdict, string>;

export const ROW_TONE = {
  open: 'plain',
  applied: 'good',
  waiting: 'caution',
  skipped: 'plain',
  undone: 'plain',
} as const satisfies Record<RowState, string>;

type Speaking = { readonly t: Translate; readonly locale: Locale; readonly framework: Framework };

/** What a line of records says, in two parts: what was shown, and when and where. */
function sayRecord(
  { reading, cells }: Pick<Row, 'reading' | 'cells'>,
  { t, locale, framework }: Speaking,
): readonly string[] {
  if (reading === null) return [cells.filter((cell) => cell.trim() !== '').join(' | ')];
  const { competency: id, result, day, system, remark, minutes } = reading as RecordReading; // Written by its kind.
  const competency = findCompetency(framework, id)?.name[locale] ?? id;
  const shown =
    'share' in result
      ? t('intake.reading.share', { competency, percent: Math.round(result.share * 100) })
      : t('intake.reading.level', {
          competency,
          level: t(`competency.level.${result.level as Level}`), // The schema of evidence allows 0 to 4.
        });
  const where = t('intake.reading.where', { day: sayDay(locale, day), system });
  // A line read before hours were known says nothing of them.
  const took = minutes ? [t('transcript.hours', { hours: sayNumber(locale, minutes / 60) })] : [];
  return [shown, [where, ...(remark === '' ? [] : [remark]), ...took].join(' · ')];
}

/** What a line of any kind says, in parts. */
export function sayRow(kind: ImportKind, row: Row, speaking: Speaking): readonly string[] {
  switch (kind) {
    case 'records':
      return sayRecord(row, speaking);
    case 'people':
      return sayPerson(row, speaking);
  }
}

/** Who is new with what is told of them, or what changes: before → after. */
function sayPerson({ reading, cells }: Row, { t, locale }: Speaking): readonly string[] {
  if (reading === null) return [cells.filter((cell) => cell.trim() !== '').join(' | ')];
  const { before, after, unitBefore, unitAfter } = reading as PersonEffect; // Written by its kind.
  const none = t('intake.person.none');
  const said = (facts: PersonFacts, unit: PersonEffect['unitAfter']) => ({
    name: facts.name,
    email: facts.email ?? none,
    unit: unit?.[locale] ?? none,
    grade: facts.grade ?? none,
    joined: facts.joined === null ? none : sayDay(locale, facts.joined),
  });
  const now = said(after, unitAfter);
  const fields = ['email', 'unit', 'grade', 'joined'] as const;
  if (before === null) {
    const told = fields.filter((field) => now[field] !== none);
    return [
      t('intake.person.new', { name: after.name, login: after.login }),
      ...told.map((field) =>
        t('intake.person.told', { field: t(`intake.field.${field}`), value: now[field] }),
      ),
    ];
  }
  const was = said(before, unitBefore);
  const opening =
    before.isOpen === after.isOpen ? [] : ([after.isOpen ? 'returns' : 'leaves'] as const);
  return [
    ...opening.map((what) => t(`intake.person.${what}`)),
    ...(['name', ...fields] as const)
      .filter((field) => was[field] !== now[field])
      .map((field) =>
        t('intake.person.change', {
          field: t(`intake.field.${field}`),
          before: was[field],
          after: now[field],
        }),
      ),
  ];
}
