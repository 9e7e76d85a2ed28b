import { z } from 'zod';
import { slugSchema, textSchema } from '#features/catalogue/text.ts';
import { shuffle } from '#kernel/random.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { hasUniqueIds, itemBase } from '../item-base.ts';
import type { Given, ItemKind } from '../item-kind.ts';
import { tokenOf } from '../token.ts';

const schema = itemBase
  .extend({
    type: z.literal('match'),
    pairs: z
      .array(z.strictObject({ id: slugSchema, left: textSchema, right: textSchema }))
      .min(2)
      .max(9),
    extras: z
      .array(z.strictObject({ id: slugSchema, right: textSchema }))
      .max(5)
      .default([])
      .describe('Right-hand sides that fit nowhere.'),
  })
  .refine((item) => hasUniqueIds([...item.pairs, ...item.extras]), {
    path: ['pairs'],
    message: 'Two pairs or extras have the same id. Give each its own.',
  });
type MatchItem = z.infer<typeof schema>;
type Side = { readonly id: string; readonly right: MatchItem['pairs'][number]['right'] };

/** `field` is the form field that takes the token of the right-hand side chosen for this left-hand side. */
export type PublicMatch = {
  readonly type: 'match';
  readonly id: string;
  readonly prompt: string;
  readonly lefts: readonly { readonly field: string; readonly text: string }[];
  readonly rights: readonly { readonly token: string; readonly text: string }[];
};
/** For the id of each left-hand side, the id of the right-hand side chosen. */
export type MatchResponse = {
  readonly type: 'match';
  readonly pairs: Readonly<Record<string, string>>;
};

/** Which right-hand side belongs to which left-hand side. Several left-hand sides may share one right-hand side. */
export const match: ItemKind<typeof schema, PublicMatch, MatchResponse> = {
  schema,
  toPublic: (item, locale, seed) => ({
    type: 'match',
    id: item.id,
    prompt: item.prompt[locale],
    lefts: item.pairs.map((pair) => ({ field: fieldOf(item, pair.id), text: pair.left[locale] })),
    rights: misplaced(rightsOf(item), seed).map((side) => ({
      token: rightToken(item, side.id),
      text: side.right[locale],
    })),
  }),
  validate(item, given) {
    const pairs: Record<string, string> = {};
    for (const pair of item.pairs) {
      const right = chosenFor(item, pair.id, given);
      if (!right.ok) return right;
      pairs[pair.id] = right.value;
    }
    return ok({ type: 'match', pairs });
  },
  score(item, response) {
    const right = item.pairs.filter((pair) => isRight(item, pair, response)).length;
    return { correct: right === item.pairs.length, score: right / item.pairs.length };
  },
  toGiven(item, response) {
    const known = item.pairs.flatMap((pair) => {
      const side = rightsOf(item).find((candidate) => candidate.id === response.pairs[pair.id]);
      return side === undefined ? [] : [[fieldOf(item, pair.id), [rightToken(item, side.id)]]];
    });
    return Object.fromEntries(known);
  },
  remarks: (item, response, locale) =>
    item.pairs.flatMap((pair) => {
      const side = sideOf(item, response.pairs[pair.id]);
      if (side === undefined) return [];
      const said = `${pair.left[locale]} → ${side.right[locale]}`;
      return [{ said, right: isRight(item, pair, response), why: null }];
    }),
};

/** Every right-hand side once, however many left-hand sides share it. */
function rightsOf(item: MatchItem): Side[] {
  const sides: Side[] = [...item.pairs, ...item.extras];
  return sides.filter((side, at) => sides.findIndex((other) => isSame(other, side)) === at);
}

function isSame(one: Side, other: Side): boolean {
  return one.right.ko === other.right.ko && one.right.en === other.right.en;
}

/** Shuffled, but never so that every right-hand side stands beside its left-hand side. */
function misplaced(sides: readonly Side[], seed: string): Side[] {
  const shuffled = shuffle(sides, seed);
  const isInPlace = shuffled.every((side, at) => side === sides[at]);
  return isInPlace ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
}

function chosenFor(item: MatchItem, leftId: string, given: Given): Result<string> {
  const field = fieldOf(item, leftId);
  const token = given[field]?.[0] ?? '';
  if (token === '') return refuse({ code: 'answer-pair-missing', field });
  const side = rightsOf(item).find((candidate) => rightToken(item, candidate.id) === token);
  return side === undefined ? refuse({ code: 'answer-changed', field }) : ok(side.id);
}

function isRight(item: MatchItem, pair: Side, response: MatchResponse): boolean {
  const side = sideOf(item, response.pairs[pair.id]);
  return side !== undefined && isSame(side, pair);
}

function sideOf(item: MatchItem, id: string | undefined): Side | undefined {
  return [...item.pairs, ...item.extras].find((side) => side.id === id);
}

function fieldOf(item: MatchItem, leftId: string): string {
  return `pair-${tokenOf(`${item.id}/left`, leftId)}`;
}

function rightToken(item: MatchItem, id: string): string {
  return tokenOf(`${item.id}/right`, id);
}
