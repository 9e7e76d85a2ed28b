/** One answer of one learner to one item, right or wrong. Their order in a list is the order in time. */
export type Answer = {
  readonly learner: string;
  readonly item: string;
  /** What the item asks for; an item may come under several skills. */
  readonly skill: string;
  readonly correct: boolean;
};

/** What is known of an item before anybody has answered it. */
export type KnownItem = {
  readonly id: string;
  /** The author's guess, in logits. */
  readonly difficulty?: number;
  /** How many equally likely answers a guesser has. */
  readonly options?: number;
};

/** Answers as columns, each learner's together and in order: half a million of them stay small and fast. */
export type Columns = {
  readonly count: number;
  /** Learner l has the rows from `starts[l]` to before `starts[l + 1]`. */
  readonly starts: Int32Array;
  readonly learners: readonly string[];
  readonly items: readonly string[];
  readonly skills: readonly string[];
  readonly item: Int32Array;
  readonly skill: Int32Array;
  readonly correct: Uint8Array;
  /** Which answer of the list a row is. */
  readonly place: Int32Array;
};

export function toColumns(answers: readonly Answer[]): Columns {
  const learner = numbered(answers.map((answer) => answer.learner));
  const item = numbered(answers.map((answer) => answer.item));
  const skill = numbered(answers.map((answer) => answer.skill));
  const starts = startsOf(learner);
  const place = placesOf(learner.numbers, starts);
  const count = answers.length;
  return {
    count,
    starts,
    learners: learner.names,
    items: item.names,
    skills: skill.names,
    item: place.map((at) => item.numbers[at] ?? 0),
    skill: place.map((at) => skill.numbers[at] ?? 0),
    correct: Uint8Array.from(place, (at) => (answers[at]?.correct ? 1 : 0)),
    place,
  };
}

type Numbered = { readonly names: readonly string[]; readonly numbers: Int32Array };

function numbered(all: readonly string[]): Numbered {
  const known = new Map<string, number>();
  const numbers = Int32Array.from(all, (name) => {
    const number = known.get(name) ?? known.size;
    known.set(name, number);
    return number;
  });
  return { names: [...known.keys()], numbers };
}

function startsOf({ names, numbers }: Numbered): Int32Array {
  const starts = new Int32Array(names.length + 1);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let at = 0; at < names.length; at += 1) {
    starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  }
  return starts;
}

function placesOf(learner: Int32Array, starts: Int32Array): Int32Array {
  const next = starts.slice();
  const places = new Int32Array(learner.length);
  for (const [at, number] of learner.entries()) {
    const row = next[number] ?? 0;
    places[row] = at;
    next[number] = row + 1;
  }
  return places;
}

/** Everybody's answers, and whose may be learned from. */
export type Split = {
  readonly columns: Columns;
  readonly isTraining: (learner: number) => boolean;
};

export function learnersWhere(
  columns: Columns,
  isWanted: (learner: number) => boolean,
): Int32Array {
  return Int32Array.from(columns.learners.keys()).filter(isWanted);
}

/** Visits the rows of one learner in order. */
export function forEachRowOf(
  { starts }: Columns,
  learner: number,
  visit: (row: number) => void,
): void {
  const end = starts[learner + 1] ?? 0;
  for (let row = starts[learner] ?? 0; row < end; row += 1) visit(row);
}

/** Visits the rows of some learners, each learner's in order. */
export function forEachRow(
  columns: Columns,
  isWanted: (learner: number) => boolean,
  visit: (row: number) => void,
): void {
  for (let learner = 0; learner < columns.learners.length; learner += 1) {
    if (isWanted(learner)) forEachRowOf(columns, learner, visit);
  }
}
