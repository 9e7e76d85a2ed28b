import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The installation's own secret: made once, readable by its owner only, the same at every start.
 * Losing the file ends what was signed with it (open forms, not sign-ins) and the private keys of certificates, in whose
 * place others are made: what they signed stays good.
 */
export function keptSecret(path = 'var/secret'): string {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
