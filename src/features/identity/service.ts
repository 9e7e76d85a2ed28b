export { changeEmail, changePassword, changeProfile } from './service/account.ts';
export {
  type Account,
  accountsNamed,
  closeAsMerged,
  mergedInto,
  reopenMerged,
} from './service/accounts.ts';
export { appointAdministrator } from './service/appointment.ts';
export {
  accountsForBulk,
  type BulkPerson,
  changePeople,
  createPeople,
  namesTaken,
} from './service/bulk.ts';
export {
  countOpenInvitations,
  invite,
  type ListedInvitation,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from './service/invitations.ts';
export {
  leadersOf,
  leadingOf,
  type NamedLeading,
  setLeaders,
  supervisorsOf,
  unitsLedBy,
} from './service/leaders.ts';
export { leads, peopleLedBy, unitsUnder } from './service/led.ts';
export {
  closeUnit,
  type ListedUnit,
  listUnits,
  moveUnit,
  openUnit,
  renameUnit,
  reopenUnit,
  UNITS_PAGE,
  viewUnit,
} from './service/organisation.ts';
export {
  administrators,
  changeRoles,
  colleaguesIn,
  countPeopleByRole,
  createPerson,
  findByLogins,
  listPeople,
  moveToUnit,
  namesOf,
  type PeoplePage,
  type PeopleQuestion,
  peopleFound,
  peopleOf,
  personIdsAfter,
  viewPerson,
} from './service/people.ts';
export {
  issueReset,
  purgeResets,
  type ResetLink,
  requestReset,
  resetPassword,
  viewReset,
} from './service/resets.ts';
export {
  type CheckedSession,
  checkSession,
  endAllSessions,
  endOwnSession,
  listOwnSessions,
  type OwnSession,
  purgeSessions,
  sessionStands,
  signOut,
} from './service/sessions.ts';
export { demoSignIns, type SignedInSession, signIn, signUp } from './service/sign-in.ts';
export { putInUnits, putRoles } from './service/together.ts';
export {
  allUnits,
  ancestorsOf,
  checkPlace,
  createUnit,
  openUnits,
  peopleBelow,
  unitsOf,
} from './service/units.ts';
export { acceptInvitation, viewInvitation } from './service/welcome.ts';
