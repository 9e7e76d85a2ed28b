import { ROLES, type Role } from '#kernel/rights.ts';

/** The password of every demonstration person; shown on the sign-in page while such people exist. */
export const DEMO_PASSWORD = 'hamkke-demo-2026';

export type DemoSignIn = {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
};

/** One person to try each role with, in the order of `ROLES`; somebody who holds two roles is shown once. */
export function pickDemoSignIns(people: readonly DemoSignIn[]): DemoSignIn[] {
  const picked = new Set<DemoSignIn>();
  for (const role of ROLES) {
    const person = people.find(({ roles }) => roles.includes(role));
    if (person) picked.add(person);
  }
  return [...picked];
}
