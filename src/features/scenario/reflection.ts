/** The three questions after a run: what did you expect, what happened, what will you change? */
export const QUESTIONS = ['expected', 'happened', 'change'] as const;
export type Question = (typeof QUESTIONS)[number];
export type Answers = Readonly<Record<Question, string>>;

export const LONGEST_ANSWER = 4_000;

/** One answer for each question; those never given are empty. Answers to questions no longer asked are left out. */
export function answersFrom(rows: readonly { question: string; answer: string }[]): Answers {
  const answerTo = (question: Question) =>
    rows.find((row) => row.question === question)?.answer ?? '';
  return {
    expected: answerTo('expected'),
    happened: answerTo('happened'),
    change: answerTo('change'),
  };
}
