import { z } from 'zod';
import type { WithCare } from '#features/competency/care.ts';
import type { WithFramework } from '#features/competency/framework.ts';
import {
  checkObserved,
  NOTE_MAX,
  type Observation,
  PLACE_MAX,
  type Sighting,
} from '#features/competency/observation.ts';
import type {
  ObservationForm,
  WithObservationForms,
} from '#features/competency/observation-form.ts';
import { observe, withdrawObservation } from '#features/competency/service.ts';
import { dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import type { Problem } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { chosenIn, levelField, readLevel } from './levels.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

type ObservationApp = App & WithFramework & WithObservationForms & WithCare;

export type ObservedValues = {
  /** By competency: a level or `not-seen`. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly day: string;
  readonly place: string;
  readonly note: string;
};

const observedForm = z.object({
  eventId: z.uuid().toLowerCase(),
  day: textField(20),
  place: textField(PLACE_MAX),
  note: textField(NOTE_MAX),
});

/** An observation of a person by a form; every problem is told at once. */
export async function sendObservation(
  app: ObservationApp,
  actor: Actor,
  { personId, by, form }: { personId: string; by: ObservationForm; form: FormData },
): Promise<Reply<Observation, ObservedValues>> {
  const sent = readForm(form, observedForm);
  const competencies = by.rubric.map(({ competency }) => competency);
  const chosen = chosenIn(form, competencies);
  if (sent === null) {
    const values = { chosen, day: '', place: '', note: '' };
    return { ok: false, problems: UNREADABLE, values };
  }
  const values = { ...sent, chosen };
  const observed = { ...sent, levels: sightings(chosen) };
  const problems = checkObserved(by, observed, dayAt(app.clock.now(), app.zone));
  if (problems.length > 0) return { ok: false, problems: inFields(problems, competencies), values };
  return replyTo(await observe(app, actor, { ...observed, personId, form: by.id }), values);
}

function sightings(chosen: ReadonlyMap<string, string>): Map<string, Sighting> {
  return new Map(
    [...chosen].flatMap(([competency, word]) => {
      const sighting = word === 'not-seen' ? word : readLevel(word);
      return sighting === null ? [] : [[competency, sighting] as const];
    }),
  );
}

/** The rule names the competency; the page names the field. */
export function inFields(
  problems: readonly Problem[],
  competencies: readonly string[],
): readonly Problem[] {
  return problems.map((problem) =>
    problem.field !== undefined && competencies.includes(problem.field)
      ? { ...problem, field: levelField(problem.field) }
      : problem,
  );
}

const reasonForm = z.object({ reason: textField() });

export async function sendObservationBack(
  app: ObservationApp,
  actor: Actor,
  { observationId, form }: { observationId: string; form: FormData },
): Promise<Reply<'withdrawn', string>> {
  const sent = readForm(form, reasonForm);
  if (sent === null) return { ok: false, problems: UNREADABLE, values: '' };
  const { reason } = sent;
  return replyTo(await withdrawObservation(app, actor, { observationId, reason }), reason);
}
