import { giveUp, run } from './setup.mjs';

/**
 * Checks the settings and the port, brings the tables up to date, and fills an empty database with people to try things
 * with. Returns where the server will be and who may sign in for a look around.
 */
export function prepareDatabase() {
  const { ok, output, stdout } = run('node', ['src/cli/prepare.ts'], { keep: true });
  if (!ok) giveUp(output.trim());
  const answer = JSON.parse(stdout.trim().split('\n').at(-1));
  if (!answer.needsDemo) return answer;
  console.log('Filling the database with people to try things with …');
  const seeded = run('node', ['src/cli/seed.ts'], { keep: true });
  if (!seeded.ok) giveUp(`${seeded.output}\nThe demonstration data could not be written.`);
  return answer;
}
