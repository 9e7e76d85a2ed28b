import type { Role } from '#kernel/rights.ts';

/** The people of the demonstration to try the product as, one for each role; `src/cli/seed.ts` makes them. */
export const DEMO_PEOPLE = [
  { login: 'haneul', role: 'civil-servant', name: '김하늘' },
  { login: 'minji', role: 'resident', name: '이민지' },
  { login: 'sora', role: 'trainer', name: '박소라' },
  { login: 'jun', role: 'administrator', name: '최준' },
  { login: 'seojin', role: 'author', name: '윤서진' },
] as const satisfies readonly { login: string; role: Role; name: string }[];

/** Demonstration passwords are no secret: the sign-in page shows them while such people exist. */
export function demoPassword(login: string): string {
  return `hamkke-${login}`;
}

export type DemoSignIn = {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly Role[];
};

/** Who may sign in for a look around, as a command prints it. */
export const DEMO_SIGN_INS = DEMO_PEOPLE.map((person) => ({
  ...person,
  password: demoPassword(person.login),
}));
