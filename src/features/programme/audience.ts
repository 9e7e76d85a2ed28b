import type { Line, Place, Rule } from './programme.ts';

/** What decides whether somebody is asked for a programme. */
export type Candidate = {
  readonly personId: string;
  /** Their own unit, then each unit above, up to the root; empty outside the organisation. */
  readonly units: readonly string[];
  /** Held today. */
  readonly positions: readonly string[];
  readonly roles: readonly string[];
  /** Such as grade → 7. */
  readonly attributes: ReadonlyMap<string, string>;
};

/**
 * The one rule of a programme that counts for a person; null when none reaches them. The nearest place wins: named people,
 * then their own unit, then each unit above, then everywhere. Of two equally near, the one written first.
 */
export function ruleFor(rules: readonly Rule[], person: Candidate): Rule | null {
  let found: Rule | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const rule of rules) {
    const distance = distanceTo(rule.place, person);
    if (distance === null || distance >= least) continue;
    if (!rule.who.every((line) => holds(line, person))) continue;
    found = rule;
    least = distance;
  }
  return found;
}

/** As `ruleFor`, but null as well for people whom the nearest rule exempts. */
export function dutyFor(rules: readonly Rule[], person: Candidate): Rule | null {
  const rule = ruleFor(rules, person);
  return rule?.duty === 'required' ? rule : null;
}

const EVERYWHERE = 1_000;

/** How far a place is from a person; null when the person is not there. */
function distanceTo(place: Place, { personId, units }: Candidate): number | null {
  switch (place.kind) {
    case 'people':
      return place.people.includes(personId) ? -1 : null;
    case 'unit': {
      const steps = units.indexOf(place.unit);
      return steps < 0 ? null : steps;
    }
    case 'everywhere':
      return EVERYWHERE;
  }
}

function holds({ about, name = '', is, values }: Line, person: Candidate): boolean {
  const own = {
    unit: () => person.units,
    position: () => person.positions,
    role: () => person.roles,
    attribute: () => [person.attributes.get(name) ?? ''],
    person: () => [person.personId],
  }[about]();
  const isOne = own.some((value) => values.includes(value));
  return is === 'any-of' ? isOne : !isOne;
}
