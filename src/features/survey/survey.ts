import { z } from 'zod';
import { AUDIENCES, type Audience } from '#features/catalogue/course.ts';
import { slugSchema, textSchema } from '#features/catalogue/text.ts';
import { canonical } from '#kernel/canonical.ts';
import type { Text } from '#kernel/text.ts';

export const KINDS = ['recognition', 'course', 'later'] as const;
export const OPEN_MAX = 2_000;
/** From 1, the low end, to 5, the high one. */
export const STEPS = [1, 2, 3, 4, 5] as const;
export const MIDDLE = 3;

const two = z.tuple([textSchema, textSchema]);
const scaleSchema = z.strictObject({
  id: slugSchema,
  low: two.describe('The two steps below the middle, the farthest first.'),
  middle: textSchema,
  high: two.describe('The two steps above the middle, the farthest last: as many as below.'),
});

const optionSchema = z.strictObject({ id: slugSchema, text: textSchema });
const asked = { id: slugSchema, text: textSchema };
const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...asked, type: z.literal('scale'), scale: slugSchema }),
  z
    .strictObject({ ...asked, type: z.literal('pair') })
    .describe('Asked twice: how important it is, and how it stands.'),
  z.strictObject({
    ...asked,
    type: z.literal('choice'),
    most: z.int().min(1).max(10).default(1).describe('How many may be chosen.'),
    options: z.array(optionSchema).min(2).max(12),
  }),
  z.strictObject({ ...asked, type: z.literal('open') }),
]);

const pairSchema = z.strictObject({
  importance: z.strictObject({ scale: slugSchema, text: textSchema }),
  state: z.strictObject({ scale: slugSchema, text: textSchema }),
});

/** `content/surveys/parts/<id>.yaml`: what several surveys share. */
export const surveyPartSchema = z.strictObject({
  scales: z.array(scaleSchema).max(12),
  questions: z.array(questionSchema).min(1).max(20),
});

/** `content/surveys/<id>.yaml`: the questions of a survey. Nobody is asked until a round of it is opened. */
export const surveySchema = z.strictObject({
  kind: z.enum(KINDS),
  course: slugSchema.describe('The course it asks about.').optional(),
  panels: z.array(z.enum(AUDIENCES)).min(1).max(2).describe('Who is asked.'),
  minutes: z.int().min(1).max(30),
  title: textSchema,
  purpose: textSchema.describe('One sentence: what the answers are for.'),
  introduction: textSchema.describe('What becomes of the answers; anonymity is told by itself.'),
  scales: z.array(scaleSchema).max(12).default([]),
  pair: pairSchema.describe('How questions of the type pair are asked.').optional(),
  parts: z.array(slugSchema).max(3).default([]).describe('Shared questions that come first.'),
  questions: z.array(questionSchema).max(30),
});
export type SurveyFile = z.infer<typeof surveySchema>;
export type SurveyPart = z.infer<typeof surveyPartSchema>;
export type Scale = z.infer<typeof scaleSchema>;
export type Question = z.infer<typeof questionSchema>;
export type QuestionOf<T extends Question['type']> = Extract<Question, { type: T }>;
export type Panel = Audience;

/** A survey with the questions of its parts in place. */
export type Survey = Omit<SurveyFile, 'parts'> & { readonly id: string };
export type Surveys = ReadonlyMap<string, Survey>;
/** What a service needs of the app to know the surveys. */
export type WithSurveys = { readonly surveys: Surveys };

export function surveysOf(list: readonly Survey[]): Surveys {
  return new Map(list.map((survey) => [survey.id, survey]));
}

/** Puts the shared questions before a survey's own; parts that are not there are left out (and reported by the check). */
export function assembleSurvey(
  { parts, ...file }: SurveyFile & { readonly id: string },
  known: ReadonlyMap<string, SurveyPart>,
): Survey {
  const shared = parts.flatMap((id) => known.get(id) ?? []);
  return {
    ...file,
    scales: [...shared.flatMap(({ scales }) => scales), ...file.scales],
    questions: [...shared.flatMap(({ questions }) => questions), ...file.questions],
  };
}

/** What two rounds must have in common to be compared: every question and every step of a scale, to the letter. */
export function wordingOf({ scales, pair, questions }: Survey): string {
  return canonical({ scales, pair: pair ?? null, questions });
}

/** The five labels of a scale, from low to high. */
export function labelsOf({ scales }: Survey, id: string): readonly Text[] {
  const scale = scales.find((one) => one.id === id);
  return scale === undefined ? [] : [...scale.low, scale.middle, ...scale.high];
}

const storedSchema = surveySchema.omit({ parts: true }).extend({ v: z.literal(1), id: slugSchema });

/** A survey as a round keeps it: later changes of the file do not change what people are asked or were asked. */
export function writeSurvey(survey: Survey): string {
  return JSON.stringify({ v: 1, ...survey });
}

export function readSurvey(json: string): Survey {
  const { v: _, ...survey } = storedSchema.parse(JSON.parse(json));
  return survey;
}
