export {
  type ChangePreview,
  type CountedGaps,
  gapsOfPeople,
  gapsOfPerson,
  gapsOfUnit,
  PEOPLE_AT_ONCE,
  previewChange,
  type UnitGaps,
} from './service/gaps.ts';
export {
  chooseCivicRole,
  endHolding,
  givePosition,
  type HeldPosition,
  HOLDERS_PAGE,
  heldBy,
  holderIdsOf,
  holdersOf,
  holdingsOf,
} from './service/holdings.ts';
export { loadPositions } from './service/load.ts';
export {
  changePosition,
  civicRoles,
  createPosition,
  givablePositions,
  type ListedPosition,
  listPositions,
  POSITIONS_PAGE,
  positionNames,
  type Revision,
  retirePosition,
  viewPosition,
} from './service/positions.ts';
export {
  giveTogether,
  holdingsByIds,
  holdingsIn,
  setLastDays,
} from './service/together.ts';
