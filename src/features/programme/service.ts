export {
  ABSENCES_PAGE,
  absencesOf,
  awayToday,
  listAbsences,
  type MovedDate,
  previewAbsence,
  recordAbsence,
  withdrawAbsence,
} from './service/absences.ts';
export {
  type AssignmentQuestion,
  allAssignments,
  assignments,
} from './service/assignments.ts';
export { attributesOfPeople, putAttributes } from './service/attributes.ts';
export {
  answerCredit,
  awaitCredit,
  creditableItem,
  creditOf,
  creditsOf,
  withdrawCredit,
} from './service/credits.ts';
export { allExceptions, type ExceptionQuestion, exceptions } from './service/exceptions.ts';
export {
  attributesOf,
  attributeValues,
  excuse,
  excusesOf,
  setAttribute,
  withdrawExcuse,
} from './service/excuses.ts';
export {
  answerExtension,
  askExtension,
  EXTENSIONS_PAGE,
  escalateExtensions,
  extensionsFor,
  extensionsOf,
  withdrawExtension,
} from './service/extensions.ts';
export { factsAbout } from './service/facts.ts';
export { alone, followProgrammes, isEverybodyKept } from './service/follow.ts';
export { deriveChanged, keepEverybody, keepPeople } from './service/keep.ts';
export { nameProgrammes } from './service/name.ts';
export { namePeople, unnamePeople } from './service/named.ts';
export {
  programmesInUse,
  type RequiredItem,
  type RequiredOf,
  requiredFor,
} from './service/own.ts';
export {
  allPeopleIn,
  isStanding,
  keptPeriodsOf,
  PEOPLE_PAGE,
  type PersonStanding,
  peopleIn,
} from './service/people.ts';
export { type ProgrammeApp, pathsOf, plansOf } from './service/plans.ts';
export { type Affected, type Effect, type Preview, previewProgramme } from './service/preview.ts';
export { type MovePreview, previewUnitMove } from './service/preview-move.ts';
export {
  changeProgramme,
  createProgramme,
  type ListedProgramme,
  listProgrammes,
  programmeNames,
  type Revision,
  retireProgramme,
  viewProgramme,
} from './service/programmes.ts';
export { leadsTeam, TEAM_VIEWS, type TeamLine, type TeamView, teamOf } from './service/team.ts';
export {
  absencesAmong,
  askedAmong,
  type Excused,
  excuseTogether,
  nextPeriods,
  personIdsStanding,
  recordAbsences,
  withdrawAbsences,
  withdrawExcuses,
} from './service/together.ts';
