import { z } from 'zod';
import { OPEN_MAX, type Question, STEPS, type Survey } from './survey.ts';

const step = z.int().min(1).max(5);
const bodySchema = z.strictObject({
  v: z.literal(1),
  steps: z.record(z.string(), step),
  choices: z.record(z.string(), z.array(z.string())),
  texts: z.record(z.string(), z.string().max(OPEN_MAX)),
});
/**
 * What somebody answered: steps of scales by question (`<id>/importance` and `<id>/state` for a pair), chosen options and
 * written texts. What they left out is absent.
 */
export type Answers = Omit<z.infer<typeof bodySchema>, 'v'>;
/** What was sent, by field name. */
export type Sent = (field: string) => readonly string[];

export const NOTHING: Answers = { steps: {}, choices: {}, texts: {} };

export function writeAnswers(answers: Answers): string {
  return JSON.stringify({ v: 1, ...answers });
}

export function readAnswers(json: string): Answers {
  const { v: _, ...answers } = bodySchema.parse(JSON.parse(json));
  return answers;
}

/** The fields of a question on a form: one, or two for a pair. */
export function fieldsOf({ id, type }: Question): readonly string[] {
  return type === 'pair' ? [`${id}/importance`, `${id}/state`] : [id];
}

/** What was sent as answers; what does not belong to the survey is dropped, for nobody can have been shown it. */
export function answersFrom({ questions }: Survey, sent: Sent): Answers {
  const answers: Answers = { steps: {}, choices: {}, texts: {} };
  for (const question of questions) take(question, sent, answers);
  return answers;
}

function take(question: Question, sent: Sent, answers: Answers): void {
  const { id } = question;
  switch (question.type) {
    case 'scale':
    case 'pair':
      for (const field of fieldsOf(question)) {
        const found = STEPS.find((one) => String(one) === sent(field)[0]);
        if (found !== undefined) answers.steps[field] = found;
      }
      return;
    case 'choice': {
      const known = question.options.filter((option) => sent(id).includes(option.id));
      const chosen = known.slice(0, question.most).map((option) => option.id);
      if (chosen.length > 0) answers.choices[id] = chosen;
      return;
    }
    case 'open': {
      const text = (sent(id)[0] ?? '').normalize('NFC').trim().slice(0, OPEN_MAX);
      if (text !== '') answers.texts[id] = text;
    }
  }
}

/** The questions of which more was chosen than may be. */
export function overchosen({ questions }: Survey, sent: Sent): string[] {
  return questions.flatMap((question) =>
    question.type === 'choice' && sent(question.id).length > question.most ? [question.id] : [],
  );
}

export function isEmpty({ steps, choices, texts }: Answers): boolean {
  return [steps, choices, texts].every((part) => Object.keys(part).length === 0);
}
