export { type Bench, benchFor } from './service/bench.ts';
export type { Beside, Branch } from './service/beside.ts';
export { type BranchInput, branchRun } from './service/branch.ts';
export { type Debrief, debriefRun, reflect } from './service/debrief.ts';
export { listRuns, type RunSummary } from './service/list.ts';
export { startRun } from './service/start.ts';
export { type TakeInput, type Taken, takeChoice } from './service/take.ts';
export { type SeenRun, viewRun, viewTaken } from './service/view.ts';
