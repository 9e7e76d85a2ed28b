import type { Role } from '#kernel/rights.ts';

/** The people of the demonstration to try the product as: an official, a resident, a trainer, an administrator. */
export const DEMO_LOGINS: readonly string[] = ['haneul', 'minji', 'sora', 'jun'];

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
