import { z } from 'zod';
import { PACES, type PaceMinutes } from '#features/scenario/pace.ts';
import type { BenchApp } from '#features/scenario/service/bench.ts';
import type { ScenarioApp } from '#features/scenario/service/play.ts';
import {
  branchRun,
  gather,
  reflect,
  rehearseScene,
  startRun,
  type Taken,
  takeChoice,
} from '#features/scenario/service.ts';
import { SEATS } from '#features/scenario/source.ts';
import { type Result, refuse } from '#kernel/result.ts';
import type { Actor } from '#kernel/rights.ts';
import { type Reply, readForm, replyTo, textField, UNREADABLE } from './reply.ts';

/** A pace as its select sends it: minutes, or nothing. */
export const paceField = z
  .enum(['', ...PACES.map(String)])
  .default('')
  .transform((sent): PaceMinutes | null => PACES.find((pace) => String(pace) === sent) ?? null);
const startForm = z.object({
  eventId: z.uuid().toLowerCase(),
  course: z.string().max(64).optional(),
  seat: z.enum(SEATS).optional(),
  how: z.enum(['alone', 'together']).default('alone'),
  pace: paceField,
});
const choiceForm = z.object({
  eventId: z.uuid().toLowerCase(),
  seq: z.coerce.number().int().min(0).max(100),
  token: z.string().min(1).max(100),
});
const branchForm = z.object({
  eventId: z.uuid().toLowerCase(),
  seq: z.coerce.number().int().min(0).max(100),
});
const rehearsalForm = z.object({
  eventId: z.uuid().toLowerCase(),
  scene: z.string().min(1).max(64),
});
const reflectionForm = z.object({
  expected: textField(20_000),
  happened: textField(20_000),
  change: textField(20_000),
});

/** "Begin" and "play again", alone or together: answers the run that has begun or that people can gather for. */
export async function sendStart(
  app: ScenarioApp,
  actor: Actor,
  { scenarioId, form }: { scenarioId: string; form: FormData },
): Promise<Result<{ runId: string }>> {
  const sent = readForm(form, startForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  const { eventId, course, seat, how, pace } = sent;
  const begin = how === 'together' ? gather : startRun;
  return begin(app, actor, {
    eventId,
    scenarioId,
    ...(seat && { seat }),
    ...(course && { courseId: course }),
    ...(pace && { pace }),
  });
}

/** One of the choices of a scene. */
export async function sendChoice(
  app: ScenarioApp,
  actor: Actor,
  { runId, form }: { runId: string; form: FormData },
): Promise<Result<Taken>> {
  const sent = readForm(form, choiceForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  return takeChoice(app, actor, { ...sent, runId });
}

/** "Try another way from here": answers the run that has begun. */
export async function sendBranch(
  app: ScenarioApp,
  actor: Actor,
  { runId, form }: { runId: string; form: FormData },
): Promise<Result<{ runId: string }>> {
  const sent = readForm(form, branchForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  return branchRun(app, actor, { ...sent, runId });
}

/** "Play from here": answers the rehearsal that has begun. */
export async function sendRehearse(
  app: BenchApp,
  actor: Actor,
  { scenarioId, form }: { scenarioId: string; form: FormData },
): Promise<Result<{ runId: string }>> {
  const sent = readForm(form, rehearsalForm);
  if (sent === null) return refuse({ code: 'form-incomplete' });
  return rehearseScene(app, actor, { ...sent, scenarioId });
}

/** The three questions after a run. */
export async function sendReflection(
  app: ScenarioApp,
  actor: Actor,
  { runId, form }: { runId: string; form: FormData },
): Promise<Reply<'stored', z.infer<typeof reflectionForm>>> {
  const answers = readForm(form, reflectionForm);
  if (answers === null) {
    return { ok: false, problems: UNREADABLE, values: { expected: '', happened: '', change: '' } };
  }
  return replyTo(await reflect(app, actor, { runId, answers }), answers);
}
