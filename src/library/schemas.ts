import { z } from 'zod';
import { itemsSchema } from '#features/assessment/item.ts';
import { questionSetSchema } from '#features/assessment/question-set.ts';
import { agencySchema } from '#features/catalogue/agency.ts';
import { caseSchema } from '#features/catalogue/case.ts';
import { courseSchema } from '#features/catalogue/course.ts';
import { factSchema } from '#features/catalogue/fact.ts';
import { figureWordsSchema } from '#features/catalogue/figure.ts';
import { termSchema } from '#features/catalogue/glossary.ts';
import { sourceSchema } from '#features/catalogue/source.ts';
import { frameworkSchema } from '#features/competency/framework.ts';
import { observationFormSchema } from '#features/competency/observation-form.ts';
import { dutySchema } from '#features/duty/duty.ts';
import { positionSchema } from '#features/position/position.ts';
import { calendarSchema } from '#features/programme/calendar.ts';
import { readySchema } from '#features/programme/ready.ts';
import { scenarioSchema, walkthroughsSchema } from '#features/scenario/source.ts';
import { sheetSchema } from '#features/sheet/sheet.ts';
import { surveyPartSchema, surveySchema } from '#features/survey/survey.ts';

const WRITTEN: Readonly<Record<string, z.ZodType>> = {
  course: courseSchema,
  items: itemsSchema,
  sheets: z.array(sheetSchema),
  'question-set': questionSetSchema,
  glossary: z.array(termSchema),
  sources: z.array(sourceSchema),
  facts: z.array(factSchema),
  agencies: z.array(agencySchema),
  case: caseSchema,
  figure: figureWordsSchema,
  scenario: scenarioSchema,
  walkthroughs: walkthroughsSchema,
  framework: frameworkSchema,
  observation: observationFormSchema,
  position: positionSchema,
  duty: dutySchema,
  calendar: calendarSchema,
  programme: readySchema,
  survey: surveySchema,
  'survey-part': surveyPartSchema,
};

/**
 * What editors need to complete and check YAML while somebody writes it: the text of each JSON Schema by its path from the
 * content folder. They know shapes only; names, numbers and words are for `npm run check:content`.
 */
export function editorSchemas(): Record<string, string> {
  const files = Object.entries(WRITTEN).map(([name, schema]) => [
    `schemas/${name}.schema.json`,
    `${JSON.stringify(editorSchema(schema), null, 2)}\n`,
  ]);
  return Object.fromEntries(files);
}

/** Draft 7 is the newest that the YAML servers of editors know whole. */
function editorSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7', override: withoutMachineLimits });
}

/** The largest whole number a computer can count to is of no use to an author. */
function withoutMachineLimits({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
