export { handOver, leaveRun, sayPresent } from './service/away.ts';
export { type Bench, benchFor } from './service/bench.ts';
export type { Beside, Branch } from './service/beside.ts';
export { type BranchInput, branchRun } from './service/branch.ts';
export { type Debrief, debriefRun, type Paced, reflect } from './service/debrief.ts';
export {
  type ChoiceAt,
  type DecisionAt,
  decisionAt,
  knewBefore,
  noteMet,
  type PointInRun,
  startExercise,
} from './service/exercise.ts';
export {
  improvementsOf,
  type MoveInput,
  moveImprovement,
  type OpenImprovement,
  openImprovements,
  type StandingImprovement,
  type WriteInput,
  writeImprovement,
} from './service/improve.ts';
export { setPace } from './service/keep-pace.ts';
export { listRuns, type RunSummary } from './service/list.ts';
export {
  beginTogether,
  findByCode,
  gather,
  type Invited,
  joinRun,
  type Lobby,
  leaveLobby,
  type SeatTaken,
  viewInvitation,
  viewLobby,
} from './service/lobby.ts';
export type { StartInput } from './service/opening.ts';
export type { Companion } from './service/people.ts';
export { positionOf } from './service/position.ts';
export { type RehearseInput, rehearseScene } from './service/rehearse.ts';
export { startRun } from './service/start.ts';
export { type TakeInput, type Taken, takeChoice } from './service/take.ts';
export { type SeenRun, viewRun, viewTaken } from './service/view.ts';
