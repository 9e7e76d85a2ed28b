import { type Ok, ok, type Refused, refuse } from '#kernel/result.ts';

/**
 * When something may happen in a scenario. Authors write `a & b | !c`, `trust >= 40`, `@weather.warning` (a region of the
 * world is in a state) or `told` (a choice has set that mark). Conditions are read into this tree and never run as code.
 */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'in'; readonly region: string; readonly state: string }
  | { readonly kind: 'mark'; readonly mark: string }
  | {
      readonly kind: 'compare';
      readonly indicator: string;
      readonly sign: Sign;
      readonly value: number;
    };
export type Sign = '>=' | '<=' | '>' | '<';

export type ConditionRead =
  | Ok<Condition>
  | Refused<{ code: 'condition-unreadable'; values: { at: string } }>;

const WORD = /^[a-z][a-z0-9-]*$/;
const STATE = /^@([a-z][a-z0-9-]*)\.([a-z][a-z0-9-]*)$/;
const TOKENS = /\s*(>=|<=|[()&|!<>]|@[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*|[a-z][a-z0-9-]*|\d+)/y;

type Tokens = { readonly all: readonly string[]; next: number };
class Unreadable extends Error {}

/** Reads a condition; what cannot be read is refused with the word at which reading stopped. */
export function readCondition(text: string): ConditionRead {
  const tokens = { all: split(text), next: 0 };
  try {
    const condition = readAny(tokens);
    if (tokens.next < tokens.all.length) throw new Unreadable(tokens.all[tokens.next]);
    return ok(condition);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refuse({ code: 'condition-unreadable', values: { at: error.message } });
  }
}

/** Every simple condition inside a condition, for those who look for names. */
export function partsOf(condition: Condition): Condition[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(partsOf);
  if (condition.kind === 'not') return partsOf(condition.of);
  return [condition];
}

function split(text: string): string[] {
  const tokens: string[] = [];
  let end = 0;
  for (const match of text.trimEnd().matchAll(new RegExp(TOKENS, 'gy'))) {
    tokens.push(match[1] ?? '');
    end = match.index + match[0].length;
  }
  const rest = text.slice(end).trim();
  return rest === '' ? tokens : [...tokens, rest];
}

function readAny(tokens: Tokens): Condition {
  return readChain(tokens, '|', 'any', readAll);
}

function readAll(tokens: Tokens): Condition {
  return readChain(tokens, '&', 'all', readOne);
}

function readChain(
  tokens: Tokens,
  joint: string,
  kind: 'all' | 'any',
  readPart: (tokens: Tokens) => Condition,
): Condition {
  const first = readPart(tokens);
  const of = [first];
  while (tokens.all[tokens.next] === joint) {
    tokens.next += 1;
    of.push(readPart(tokens));
  }
  return of.length === 1 ? first : { kind, of };
}

function readOne(tokens: Tokens): Condition {
  const token = take(tokens);
  if (token === '!') return { kind: 'not', of: readOne(tokens) };
  if (token === '(') {
    const inner = readAny(tokens);
    if (take(tokens) !== ')') throw new Unreadable('(');
    return inner;
  }
  const [, region, state] = STATE.exec(token) ?? [];
  if (region !== undefined && state !== undefined) return { kind: 'in', region, state };
  if (!WORD.test(token)) throw new Unreadable(token);
  const sign = tokens.all[tokens.next];
  return isSign(sign) ? readComparison(tokens, token) : { kind: 'mark', mark: token };
}

function readComparison(tokens: Tokens, indicator: string): Condition {
  const sign = take(tokens);
  const value = take(tokens);
  if (!isSign(sign) || !/^\d+$/.test(value)) throw new Unreadable(value);
  return { kind: 'compare', indicator, sign, value: Number(value) };
}

function take(tokens: Tokens): string {
  const token = tokens.all[tokens.next];
  if (token === undefined) throw new Unreadable('…');
  tokens.next += 1;
  return token;
}

function isSign(token: string | undefined): token is Sign {
  return token === '>=' || token === '<=' || token === '>' || token === '<';
}
