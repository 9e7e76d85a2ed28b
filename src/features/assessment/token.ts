import { seededRandom } from '#kernel/random.ts';

/**
 * The name by which a part of a question is known in a page: an author's id such as `agreed` would give the answer away.
 * The same for everybody, so that an answer typed before signing in, or in a tab left open, still means the same part.
 */
export function tokenOf(scope: string, id: string): string {
  const random = seededRandom(`${scope}/${id}`);
  const word = () =>
    Math.floor(random() * 36 ** 4)
      .toString(36)
      .padStart(4, '0');
  return `${word()}${word()}`;
}
