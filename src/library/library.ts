import type { Item } from '#features/assessment/item.ts';
import type { QuestionSet } from '#features/assessment/question-set.ts';
import type { CatalogueContents } from '#features/catalogue/course.ts';
import type { Framework } from '#features/competency/framework.ts';
import type { ObservationForm } from '#features/competency/observation-form.ts';
import type { Duty } from '#features/duty/duty.ts';
import type { PositionDraft } from '#features/position/position.ts';
import type { HolidayYear } from '#features/programme/calendar.ts';
import type { ReadyProgramme } from '#features/programme/ready.ts';
import type { Scenario } from '#features/scenario/source.ts';
import type { Sheet } from '#features/sheet/sheet.ts';
import type { Survey } from '#features/survey/survey.ts';

/** All content in memory, as plain data: it survives JSON, so that a build can carry it. */
export type Library = CatalogueContents & {
  /** Questions by `course/lesson`, in the author's order. */
  items: Record<string, Item[]>;
  /** Sheets by `course/lesson`, in the author's order. */
  sheets: Record<string, Sheet[]>;
  questionSets: QuestionSet[];
  framework: Framework;
  observationForms: ObservationForm[];
  /** The starting set of positions; from the first start on, the database has the ones that count. */
  positionDrafts: PositionDraft[];
  /** Public holidays, a year each. */
  calendars: HolidayYear[];
  /** What has to be held before somebody may be put on a roster. */
  duties: Duty[];
  /** Programmes an administrator may start from. */
  readyProgrammes: ReadyProgramme[];
  /** Surveys with their shared questions in place. */
  surveys: Survey[];
  scenarios: Scenario[];
};
