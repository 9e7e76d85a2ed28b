import { type Item, itemSchema } from '#features/assessment/item.ts';

/** One question of each type, small enough to see at a glance what is right. */
const text = (ko: string, en: string) => ({ ko, en });
const BASE = {
  competency: 'C6.1',
  difficulty: 0,
  prompt: text('무엇이 맞습니까?', 'What is right?'),
  rationale: text('풀이: 비밀', 'Rationale: secret'),
};

function parsed<T extends Item['type']>(type: T, rest: Record<string, unknown>) {
  const item = itemSchema.parse({ ...BASE, id: `a-${type}`, type, ...rest });
  // The schema keeps the type it was given.
  return item as Extract<Item, { type: T }>;
}

const choice = (id: string, isRight: boolean) => ({
  id,
  text: text(`${id}-글`, `${id}-text`),
  rationale: text(`${id}-이유`, `${id}-reason`),
  ...(isRight ? { correct: true } : {}),
});

export const SINGLE = parsed('single', {
  choices: [choice('wrong-one', false), choice('right-one', true), choice('wrong-two', false)],
});
export const MULTIPLE = parsed('multiple', {
  choices: [
    choice('right-one', true),
    choice('wrong-one', false),
    choice('right-two', true),
    choice('wrong-two', false),
  ],
});
export const ORDER = parsed('order', {
  sequence: ['prevent', 'prepare', 'respond', 'recover'].map((id) => ({
    id,
    text: text(`${id}-글`, `${id}-text`),
  })),
});
export const MATCH = parsed('match', {
  pairs: ['mayor', 'council', 'centre'].map((id) => ({
    id,
    left: text(`${id}-왼쪽`, `${id}-left`),
    right: text(`${id}-오른쪽`, `${id}-right`),
  })),
  extras: [{ id: 'police', right: text('police-오른쪽', 'police-right') }],
});
export const NUMBER = parsed('number', {
  answer: { value: 1234, tolerance: 10 },
  unit: text('가구', 'households'),
});

export const EVERY_TYPE: readonly Item[] = [SINGLE, MULTIPLE, ORDER, MATCH, NUMBER];
