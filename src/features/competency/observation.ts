import { addDays, type Day, type Instant, isDay } from '#kernel/date.ts';
import type { Problem } from '#kernel/result.ts';
import type { Evidence, NewEvidence } from './evidence.ts';
import type { Level } from './framework.ts';
import type { ObservationForm } from './observation-form.ts';

export const PLACE_MAX = 200;
export const NOTE_MAX = 2_000;
/** What was seen longer ago than this is remembered too badly to be rated. */
export const OBSERVED_WITHIN_DAYS = 60;

/** What an observer says of one competency: a level of the rubric, or that there was nothing to see of it. */
export type Sighting = Level | 'not-seen';

export type Observed = {
  readonly levels: ReadonlyMap<string, Sighting>;
  readonly day: Day;
  readonly place: string;
  readonly note: string;
};

/** An observation that was stored. */
export type Observation = {
  readonly id: string;
  readonly personId: string;
  readonly raterId: string;
  readonly form: string;
  readonly day: Day;
  readonly place: string;
  readonly note: string;
  readonly recordedAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
};

/** Everything that is wrong with an observation before it is stored; `today` is the day where the installation stands. */
export function checkObserved(form: ObservationForm, observed: Observed, today: Day): Problem[] {
  const missing = form.rubric.filter(({ competency }) => !observed.levels.has(competency));
  const problems: Problem[] = missing.map(({ competency }) => ({
    code: 'observation-level-missing',
    field: competency,
  }));
  const sightings = form.rubric.map(({ competency }) => observed.levels.get(competency));
  if (missing.length === 0 && sightings.every((sighting) => sighting === 'not-seen')) {
    problems.push({ code: 'observation-nothing-seen', field: form.rubric[0]?.competency ?? '' });
  }
  const { day, place, note } = observed;
  if (!isDay(day) || day > today || day < addDays(today, -OBSERVED_WITHIN_DAYS)) {
    const values = { days: OBSERVED_WITHIN_DAYS };
    problems.push({ code: 'observation-day-impossible', field: 'day', values });
  }
  if (place.trim() === '') problems.push({ code: 'observation-place-missing', field: 'place' });
  if (note.trim() === '') problems.push({ code: 'observation-note-missing', field: 'note' });
  return problems;
}

export function observationSource(id: string): string {
  return `observation:${id}`;
}

/**
 * What an observation shows: one piece for each competency of the form of which there was something to see. The same rater
 * with the same form on the same day is one occasion, so a second look then counts half.
 */
export function evidenceOfObservation(
  { id, personId, raterId, form: { id: form, rubric } }: Act,
  { levels, day }: Observed,
  occurredAt: Instant,
): NewEvidence[] {
  return rubric.flatMap(({ competency }) => {
    const level = levels.get(competency);
    if (level === undefined || level === 'not-seen') return [];
    return [
      {
        id: `${id}/${competency}`,
        personId,
        competency,
        shown: { v: 1, kind: 'observation', level, raterId, form },
        source: observationSource(id),
        runId: `${form}/${day}`,
        occurredAt,
      },
    ];
  });
}

/** The levels an observation says, by competency, from its evidence. */
export function levelsIn(pieces: readonly Evidence[]): ReadonlyMap<string, Level> {
  return new Map(
    pieces.flatMap(({ competency, shown }) =>
      shown.kind === 'observation'
        ? [[competency, shown.level as Level] as const] // The schema allows 0 to 4.
        : [],
    ),
  );
}

type Act = Pick<Observation, 'id' | 'personId' | 'raterId'> & { readonly form: ObservationForm };
