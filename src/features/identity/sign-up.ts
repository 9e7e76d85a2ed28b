import type { Problem } from '#kernel/result.ts';
import { checkLogin } from './login.ts';
import { checkPassword } from './password.ts';
import { checkEmail, checkName } from './person.ts';

/** What a new person fills in, folded: see `foldLogin`, `foldName`, `foldEmail`. */
export type SignUp = {
  readonly name: string;
  readonly login: string;
  readonly email: string | null;
  readonly password: string;
};

/** Everything wrong with the form at once, in the order of its fields. */
export function checkSignUp({ name, login, email, password }: SignUp): Problem[] {
  return [
    checkName(name),
    checkLogin(login),
    checkEmail(email),
    checkPassword(password, login),
  ].filter((problem) => problem !== null);
}
