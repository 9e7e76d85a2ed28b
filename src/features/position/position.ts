import { z } from 'zod';
import { AUDIENCES, type Audience } from '#features/catalogue/course.ts';
import { competencySchema, textSchema } from '#features/catalogue/text.ts';
import type { Instant } from '#kernel/date.ts';

export const ACTIVITIES_MAX = 12;
export const TARGETS_MAX = 8;

const targetLevel = z.int().min(1).max(4);

const activitySchema = z.strictObject({
  does: textSchema.describe('What somebody in this position does, as a sentence.'),
  targets: z
    .record(competencySchema, targetLevel)
    .describe('The level of each competency that it takes to do this well.'),
});

/** `content/positions/<id>.yaml`: a job of officials or a role of residents, loaded once and then edited in the app. */
export const positionSchema = z.strictObject({
  audience: z.enum(AUDIENCES),
  name: textSchema,
  summary: textSchema.describe('One sentence: for whom and what for.'),
  activities: z.array(activitySchema).min(1).max(ACTIVITIES_MAX),
});
/** What may be edited of a position. */
export type PositionBody = z.infer<typeof positionSchema>;
export type Activity = PositionBody['activities'][number];
/** A position as content brings it. */
export type PositionDraft = PositionBody & { readonly id: string };

/** What a service needs of the app to load the positions that content brings. */
export type WithPositionDrafts = { readonly positionDrafts: readonly PositionDraft[] };

/** A level somebody holding a position should reach. Never 0: what has no target is not asked of them. */
export type TargetLevel = 1 | 2 | 3 | 4;

export type Position = {
  readonly id: string;
  readonly body: PositionBody;
  /** Counted from 1; every saved change adds one. */
  readonly revision: number;
  readonly changedAt: Instant;
  /** Retired positions cannot be given to anybody; whoever held one keeps it in their history. */
  readonly retiredAt: Instant | null;
};

const storedSchema = positionSchema.extend({ v: z.literal(1) });

export function writeBody(body: PositionBody): string {
  return JSON.stringify({ v: 1, ...body });
}

export function readBody(json: string): PositionBody {
  const { v: _, ...body } = storedSchema.parse(JSON.parse(json));
  return body;
}

/** The highest level that any activity of a position asks for, by competency. */
export function targetsOf({ activities }: PositionBody): ReadonlyMap<string, TargetLevel> {
  const targets = new Map<string, TargetLevel>();
  for (const { targets: asked } of activities) {
    for (const [competency, level] of Object.entries(asked)) {
      const highest = Math.max(level, targets.get(competency) ?? 0);
      targets.set(competency, highest as TargetLevel); // The schema allows 1 to 4.
    }
  }
  return targets;
}

export function isAudience(word: unknown): word is Audience {
  return AUDIENCES.some((audience) => audience === word);
}
