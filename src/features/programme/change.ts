import { canonical } from '#kernel/canonical.ts';
import { type ProgrammeBody, takesTestOut } from './programme.ts';
import { remindersOf } from './reminders.ts';

/** What reads differently from one revision of a programme to the next: parts of it, rules by their place in the list. */
export type Change = {
  readonly what:
    | 'name'
    | 'reason'
    | 'need'
    | 'minutes'
    | 'reminders'
    | 'test-out'
    | 'rule-added'
    | 'rule-removed'
    | 'rule';
  readonly ruleId?: string;
};

/** Each part outside the rules, and what it comes to. */
const PARTS: readonly (readonly [Change['what'], (body: ProgrammeBody) => unknown])[] = [
  ['name', ({ name }) => name],
  ['reason', ({ reason }) => reason],
  ['need', ({ need }) => need],
  ['minutes', ({ minutesADay }) => minutesADay],
  ['reminders', remindersOf],
  ['test-out', takesTestOut],
];

/** Nothing when both are the same; otherwise every part that differs, in the order of the form. */
export function changesBetween(before: ProgrammeBody, after: ProgrammeBody): Change[] {
  const differs = (part: (body: ProgrammeBody) => unknown) =>
    canonical(part(before)) !== canonical(part(after));
  const parts: Change[] = PARTS.filter(([, part]) => differs(part)).map(([what]) => ({ what }));
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  for (const rule of after.rules) {
    const was = old.get(rule.id);
    old.delete(rule.id);
    if (was === undefined) parts.push({ what: 'rule-added', ruleId: rule.id });
    else if (canonical(was) !== canonical(rule)) parts.push({ what: 'rule', ruleId: rule.id });
  }
  for (const ruleId of old.keys()) parts.push({ what: 'rule-removed', ruleId });
  const order = (body: ProgrammeBody) => body.rules.map(({ id }) => id);
  if (parts.length === 0 && differs(order)) parts.push({ what: 'rule' });
  return parts;
}
