import { ok, type Problem, type Result, refuse } from '#kernel/result.ts';
import type { Shown } from './evidence.ts';

export const REASON_MAX = 500;

/** The reason as it is kept: composed, in one line, without spaces around. Everybody it concerns reads it, so it may not be empty. */
export function readReason(typed: string): Result<string> {
  const reason = typed.normalize('NFC').trim().replace(/\s+/gu, ' ');
  const problem = checkReason(reason);
  return problem ? refuse(problem) : ok(reason);
}

function checkReason(reason: string): Problem | null {
  if (reason === '') return { code: 'reason-required', field: 'reason' };
  if ([...reason].length > REASON_MAX)
    return { code: 'too-long', field: 'reason', values: { max: REASON_MAX } };
  return null;
}

/** Who answers for a piece: whoever observed, rated or reviewed. Nobody for answers, decisions and what people say of themselves. */
export function giverOf(shown: Shown): string | null {
  switch (shown.kind) {
    case 'observation':
    case 'peer':
      return shown.raterId;
    case 'prior':
    case 'imported':
      return shown.reviewerId;
    case 'question':
    case 'decision':
    case 'vote':
    case 'self':
      return null;
  }
}
