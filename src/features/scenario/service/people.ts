import { namesOf } from '#features/identity/service.ts';
import type { Seat } from '../source.ts';
import { listPlayers, type PlayerRow } from '../store.ts';
import { type ScenarioApp, seatOf } from './play.ts';

/** Another person of a run, as those who play with them may know them. */
export type Companion = {
  readonly seat: Seat;
  readonly name: string;
  /** Whether their seat follows the recorded path by now. */
  readonly hasLeft: boolean;
};
export type Seated = Companion & { readonly row: PlayerRow };

/** Everybody in these runs by run, with their names, in the order in which they came. */
export async function peopleIn(
  app: Pick<ScenarioApp, 'db'>,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Seated[]>> {
  const rows = await listPlayers(app.db.read, runIds);
  const names = await namesOf(app, [...new Set(rows.map(({ personId }) => personId))]);
  const people = rows.map((row) => ({
    row,
    seat: seatOf(row),
    name: names.get(row.personId) ?? '',
    hasLeft: row.leftAt !== null,
  }));
  return Map.groupBy(people, ({ row }) => row.runId);
}

/** The others, by naming what one may know of them. */
export function companionsOf(people: readonly Seated[], personId: string): Companion[] {
  return people
    .filter(({ row }) => row.personId !== personId)
    .map(({ seat, name, hasLeft }) => ({ seat, name, hasLeft }));
}
