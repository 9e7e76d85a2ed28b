import type { Outline, OutlineStep } from '#features/catalogue/outline.ts';
import type { LaterOutline } from '#features/learning/status.ts';
import type { Statement } from '#features/record/statement.ts';
import { seededRandom } from '#kernel/random.ts';

export const PERSON = '00000000-0000-7000-8000-000000000001';
export const START = Date.UTC(2026, 10, 2, 0);
export const MINUTE = 60_000;

/** Two lessons with questions and a scenario between them; 60 % must be right. */
export const OUTLINE: Outline = {
  course: 'civics',
  passPercent: 60,
  steps: [
    { id: 'lesson:first', kind: 'lesson', items: ['a', 'b'] },
    { id: 'scenario:flood', kind: 'scenario', items: [] },
    { id: 'lesson:second', kind: 'lesson', items: ['c', 'd', 'e'] },
  ],
};

/** Ids sort differently from times, so that nothing leans on their order. */
function idOf(at: number, what: string): string {
  return `${(at * 7919) % 104_729}-${what}-${at}`;
}

type Common = Omit<Statement, 'verb' | 'objectType' | 'result' | 'objectId'>;
function common(minute: number, what: string): Common {
  const occurredAt = START + minute * MINUTE;
  return {
    id: idOf(minute, what),
    actorId: PERSON,
    objectVersion: 'v1',
    courseId: 'civics',
    occurredAt,
    recordedAt: occurredAt,
  };
}

export function enrolled(minute: number): Statement {
  const result = { v: 1 } as const;
  return {
    ...common(minute, 'in'),
    verb: 'enrolled',
    objectType: 'course',
    objectId: 'civics',
    result,
  };
}
export function left(minute: number): Statement {
  const result = { v: 1 } as const;
  return {
    ...common(minute, 'out'),
    verb: 'left',
    objectType: 'course',
    objectId: 'civics',
    result,
  };
}
export function read(minute: number, lesson: string): Statement {
  const object = { objectType: 'lesson', objectId: `civics/${lesson}` } as const;
  return { ...common(minute, `read-${lesson}`), verb: 'read', ...object, result: { v: 1 } };
}
export function answered(minute: number, item: string, correct: boolean): Statement {
  const object = { objectType: 'item', objectId: `civics/${item}` } as const;
  const result = { v: 1, response: null, correct, score: correct ? 1 : 0 } as const;
  return { ...common(minute, item), verb: 'answered', ...object, result };
}
export function finished(minute: number, scenario: string): Statement {
  const object = { objectType: 'scenario', objectId: scenario } as const;
  const result = { v: 1, runId: 'run', ending: 'all-safe' } as const;
  return { ...common(minute, `ended-${scenario}`), verb: 'finished', ...object, result };
}

/** Everything OUTLINE asks for, one thing a minute, ending at minute 8. */
export const ALL_DONE: readonly Statement[] = [
  enrolled(0),
  read(1, 'first'),
  answered(2, 'first/a', true),
  answered(3, 'first/b', true),
  finished(4, 'flood'),
  answered(5, 'second/c', true),
  answered(6, 'second/d', false),
  answered(7, 'second/e', false),
  read(8, 'second'),
];

/** A course, versions of it and a life in it, all chosen by the seed. */
export function randomHistory(seed: string) {
  const random = seededRandom(seed);
  const upTo = (count: number) => Math.floor(random() * count);
  const started = randomOutline(random);
  const edits = upTo(4);
  const later: LaterOutline[] = [];
  let outline = started;
  for (let edit = 0; edit < edits; edit += 1) {
    outline = edited(outline, random, `${edit}`);
    later.push({ outline, seenAt: START + upTo(60) * MINUTE });
  }
  const objects = [started, ...later.map((one) => one.outline)].flatMap((one) => one.steps);
  const statements = Array.from({ length: upTo(60) }, (_, at) => randomDeed(objects, random, at));
  return { started, later, statements: [enrolled(0), ...statements] };
}

function randomOutline(random: () => number): Outline {
  const steps = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, at) =>
    randomStep(random, `s${at}`),
  );
  return { course: 'civics', passPercent: Math.floor(random() * 101), steps };
}

function randomStep(random: () => number, name: string): OutlineStep {
  if (random() < 0.25) return { id: `scenario:${name}`, kind: 'scenario', items: [] };
  const items = Array.from({ length: Math.floor(random() * 4) }, (_, at) => `i${at}`);
  return { id: `lesson:${name}`, kind: 'lesson', items };
}

/** Steps and questions go, come and are renamed, and the pass mark moves. */
function edited(outline: Outline, random: () => number, mark: string): Outline {
  const kept = outline.steps.filter(() => random() > 0.2);
  const steps = kept.map((step) => ({
    ...step,
    items: step.items
      .filter(() => random() > 0.2)
      .map((item) => (random() < 0.15 ? `${item}-renamed${mark}` : item)),
  }));
  const added = random() < 0.5 ? [randomStep(random, `new${mark}`)] : [];
  return { ...outline, passPercent: Math.floor(random() * 101), steps: [...added, ...steps] };
}

function randomDeed(steps: readonly OutlineStep[], random: () => number, at: number): Statement {
  const minute = 1 + Math.floor(random() * 60) + at / 100;
  const step = steps[Math.floor(random() * steps.length)];
  if (step === undefined || random() < 0.05)
    return random() < 0.5 ? left(minute) : enrolled(minute);
  const name = step.id.slice(step.kind.length + 1);
  if (step.kind === 'scenario') return finished(minute, name);
  const item = step.items[Math.floor(random() * step.items.length)];
  if (item === undefined || random() < 0.3) return read(minute, name);
  return answered(minute, `${name}/${item}`, random() < 0.6);
}
