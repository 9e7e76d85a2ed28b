export { type DutyApp, ownDuties } from './service/own.ts';
export {
  type DutyCount,
  dutiesFor,
  isAnswerFilter,
  type RosterLine,
  rosterOf,
  wholeRoster,
} from './service/roster.ts';
