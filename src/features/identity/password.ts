import type { Problem } from '#kernel/result.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/**
 * A hash nobody's password opens, at the price of a real one: signing in with an unknown name costs the same work
 * as with a known one, so the time of the answer tells nothing.
 */
export const HASH_OF_NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$pFEK8GBD+t9qsfkG3bnEdw$5+stMJAKh6lRjHCwYaeE/Rwhc8qVW9whbs4t/kc1HOY';

/**
 * Long enough, not the sign-in name, not one that everybody tries first. Nothing about capitals and signs: such rules
 * make passwords alike (NIST SP 800-63B, 3.1.1.2).
 */
export function checkPassword(password: string, login: string): Problem | null {
  const field = 'password';
  const normal = password.normalize('NFKC');
  const length = [...normal].length;
  if (length === 0) return { code: 'password-required', field };
  if (length < PASSWORD_MIN)
    return { code: 'password-short', field, values: { min: PASSWORD_MIN } };
  if (length > PASSWORD_MAX) return { code: 'too-long', field, values: { max: PASSWORD_MAX } };
  const folded = normal.toLowerCase();
  if (folded === login) return { code: 'password-is-login', field };
  if (COMMON_PASSWORDS.has(folded)) return { code: 'password-common', field };
  return null;
}
