import { z } from 'zod';
import type { Text } from '#kernel/text.ts';

const text = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) });
const byLevel = z.strictObject({ 1: text, 2: text, 3: text, 4: text });

/** `content/competencies/framework.yaml`: what people can be able to do, and how one sees it at each level. */
export const frameworkSchema = z.strictObject({
  version: z.int().positive(),
  levels: z.strictObject({ 1: level(), 2: level(), 3: level(), 4: level() }),
  /** Letter → subject area. */
  areas: z.record(z.string(), z.string()),
  domains: z.array(
    z.strictObject({
      id: z.string().regex(/^D\d+$/),
      slug: z.string(),
      name: text,
      competencies: z.array(
        z.strictObject({
          id: z.string().regex(/^C\d+\.\d+$/),
          areas: z.array(z.string()).min(1),
          name: text,
          officials: byLevel,
          residents: byLevel,
        }),
      ),
    }),
  ),
});

function level() {
  return z.strictObject({ ko: z.string().min(1), en: z.string().min(1), rule: text });
}

export type Framework = z.infer<typeof frameworkSchema>;
export type Domain = Framework['domains'][number];
export type Competency = Domain['competencies'][number];
/** 0 says that not even the first level has been shown. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** What a service needs of the app to know the framework. */
export type WithFramework = { readonly framework: Framework };

export function allCompetencies(framework: Framework): Competency[] {
  return framework.domains.flatMap((domain) => domain.competencies);
}

export function findCompetency(framework: Framework, id: string): Competency | undefined {
  return allCompetencies(framework).find((competency) => competency.id === id);
}

/** The name of a level; null for 0, which has no name in the framework. */
export function levelName(framework: Framework, reached: Level): Text | null {
  return reached === 0 ? null : framework.levels[reached];
}
