export { confirmImport, finishImports, undoImport } from './service/apply.ts';
export { checkImport } from './service/dry-run.ts';
export type { IntakeApp } from './service/kind.ts';
export { discardImport, uploadImport } from './service/upload.ts';
export { type ImportPage, listImports, type SeenImport, viewImport } from './service/view.ts';
export {
  countWaiting,
  matchRow,
  matchWaiting,
  type WaitingPage,
  waitingRows,
} from './service/waiting.ts';
