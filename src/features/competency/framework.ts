import { z } from 'zod';
import type { Text } from '#kernel/text.ts';

const text = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) });
const byLevel = z.strictObject({ 1: text, 2: text, 3: text, 4: text });

const days = z.int().min(30).max(3650);
const halfLives = z.strictObject({ quick: days, normal: days, slow: days });

/** How soon an ability is lost without practice. */
export const FADINGS = ['drilled', 'standard', 'lasting'] as const;

/** `content/competencies/framework.yaml`: what people can be able to do, and how one sees it at each level. */
export const frameworkSchema = z.strictObject({
  version: z.int().positive().describe('Raised by one whenever a competency or a level changes.'),
  levels: z.strictObject({ 1: level(), 2: level(), 3: level(), 4: level() }),
  halfLives: z
    .strictObject({ drilled: halfLives, standard: halfLives, lasting: halfLives })
    .describe(
      'Days after which evidence counts half: by how soon an ability is lost, then by how soon its kind of evidence fades.',
    )
    .optional(),
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
          fading: z
            .enum(FADINGS)
            .describe('How soon it is lost without practice; standard where nothing is said.')
            .optional(),
          signature: z
            .boolean()
            .describe(
              'Whether a level counts only once a trainer has signed it; not where nothing is said.',
            )
            .optional(),
          halfLives: halfLives
            .partial()
            .describe('Days for this competency alone, in place of those of its class.')
            .optional(),
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
export type Fading = (typeof FADINGS)[number];
/**
 * Days after which a piece of evidence counts half: quick for what people say of themselves, normal for answers and
 * decisions, slow for what somebody else observed.
 */
export type HalfLives = z.infer<typeof halfLives>;
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

/** Choices, not measurements; the product says so wherever it shows one. */
const HALF_LIVES: Readonly<Record<Fading, HalfLives>> = {
  drilled: { quick: 90, normal: 270, slow: 540 },
  standard: { quick: 180, normal: 540, slow: 1080 },
  lasting: { quick: 360, normal: 1080, slow: 2160 },
};

/** How fast evidence of a competency fades: its own days, else those of its class. A competency unknown here is standard. */
export function halfLivesOf(framework: Framework, id: string): HalfLives {
  const competency = findCompetency(framework, id);
  const ofClass = (framework.halfLives ?? HALF_LIVES)[fadingOf(competency)];
  return { ...ofClass, ...competency?.halfLives };
}

export function fadingOf(competency: Competency | undefined): Fading {
  return competency?.fading ?? 'standard';
}

/** The name of a level; null for 0, which has no name in the framework. */
export function levelName(framework: Framework, reached: Level): Text | null {
  return reached === 0 ? null : framework.levels[reached];
}
