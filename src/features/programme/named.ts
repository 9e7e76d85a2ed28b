import type { Day } from '#kernel/date.ts';
import type { ProgrammeBody, Rule } from './programme.ts';

/** As many as one rule may name. */
export const NAMED_MAX = 2_000;

/** The rule whose dates people get who are added by name: the first that requires anything. */
export function datesToLend({ rules }: ProgrammeBody): Rule | null {
  return rules.find(({ duty }) => duty === 'required') ?? null;
}

/**
 * A programme that asks these people by name as well, with the dates of its first rule; in a rule of their own, so that they can
 * be taken out again together. Null where there are no dates to lend.
 */
export function addNamed(
  body: ProgrammeBody,
  { personIds, ruleId, from }: { personIds: readonly string[]; ruleId: string; from: Day },
): ProgrammeBody | null {
  const known = body.rules.find(({ id }) => id === ruleId);
  const lender = datesToLend(body);
  if (known?.place.kind === 'people') {
    const people = [...new Set([...known.place.people, ...personIds])];
    const place = { ...known.place, people };
    return { ...body, rules: body.rules.map((one) => (one === known ? { ...one, place } : one)) };
  }
  if (lender === null) return null;
  const rule: Rule = {
    id: ruleId,
    from,
    place: { kind: 'people', people: [...personIds] },
    who: [],
    duty: 'required',
    timing: lender.timing,
    reason: null,
  };
  return { ...body, rules: [...body.rules, rule] };
}

/** The programme without these people in that rule, and who of them was still in it; a rule that names nobody goes. */
export function removeNamed(
  body: ProgrammeBody,
  { personIds, ruleId }: { personIds: readonly string[]; ruleId: string },
): { readonly body: ProgrammeBody; readonly removed: string[] } {
  const leaving = new Set(personIds);
  const removed: string[] = [];
  const rules = body.rules.flatMap((rule): Rule[] => {
    if (rule.id !== ruleId || rule.place.kind !== 'people') return [rule];
    removed.push(...rule.place.people.filter((id) => leaving.has(id)));
    const people = rule.place.people.filter((id) => !leaving.has(id));
    return people.length === 0 ? [] : [{ ...rule, place: { ...rule.place, people } }];
  });
  return { body: { ...body, rules }, removed };
}
