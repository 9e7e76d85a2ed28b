export { confirmAct, finishActs, undoAct } from './service/carry.ts';
export { type Choice, chosenPeople, type Search, searchPeople } from './service/choose.ts';
export { discardAct, prepareAct } from './service/draft.ts';
export {
  type Counts,
  LINE_VIEWS,
  type LineView,
  type ListedAct,
  listActs,
  type NamedLine,
  type SeenAct,
  viewAct,
} from './service/view.ts';
