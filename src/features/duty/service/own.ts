import { allUnits } from '#features/identity/service.ts';
import { heldBy } from '#features/position/service.ts';
import {
  factsAbout,
  type ProgrammeApp,
  pathsOf,
  plansOf,
  programmesInUse,
} from '#features/programme/service.ts';
import { validUntil } from '#features/programme/standing.ts';
import { type Day, dayAt } from '#kernel/date.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Answer, answerFor, type Shown } from '../answer.ts';
import { type Duty, programmesIn, thingsIn, type WithDuties } from '../duty.ts';

/** What this feature asks of the app. */
export type DutyApp = ProgrammeApp & WithDuties;

/** The duties of the positions the actor holds today, each with whether they may be rostered and what is missing. */
export async function ownDuties(
  app: DutyApp,
  { personId }: Actor,
): Promise<{ duty: Duty; answer: Answer }[]> {
  if (app.duties.length === 0) return [];
  const today = dayAt(app.clock.now(), app.zone);
  const held = (await heldBy(app, [personId], today)).get(personId) ?? [];
  const duties = app.duties.filter(({ position }) => held.includes(position));
  if (duties.length === 0) return [];
  const shown = await shownBy(app, [personId], duties);
  return duties.map((duty) => ({ duty, answer: answerFor(duty, shown(personId), today) }));
}

/** What the record shows of these people about these duties. */
export async function shownBy(
  app: DutyApp,
  personIds: readonly string[],
  duties: readonly Duty[],
): Promise<(personId: string) => Shown> {
  const facts = await factsAbout(app, personIds, thingsIn(duties));
  const programmes = await validProgrammes(app, personIds, programmesIn(duties));
  return (personId) => ({
    facts: facts(personId),
    programmes: programmes.get(personId) ?? new Map(),
  });
}

/** Until when each of these programmes is valid for each person; what lasts longest counts. */
async function validProgrammes(
  app: DutyApp,
  personIds: readonly string[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Day | null>>> {
  if (ids.length === 0) return new Map();
  const programmes = (await programmesInUse(app)).filter(({ id }) => ids.includes(id));
  const plans = await plansOf(app, personIds, { programmes, paths: pathsOf(await allUnits(app)) });
  return new Map(
    [...plans].map(([personId, { required }]) => {
      const lasting = new Map<string, Day | null>();
      for (const one of required.filter(({ doneOn }) => doneOn !== null)) {
        const until = validUntil(one);
        const before = lasting.get(one.programmeId);
        const isLonger =
          before !== null && (until === null || before === undefined || until > before);
        if (isLonger) lasting.set(one.programmeId, until);
      }
      return [personId, lasting];
    }),
  );
}
