import { type Env, EnvironmentError, environment } from '#platform/env.ts';

/** Runs one command with the settings of this process and prints what it answers, or one plain sentence when it fails. */
export async function command(act: (env: Env) => Promise<string>): Promise<void> {
  try {
    console.log(await act(environment()));
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}

function explain(error: unknown): string {
  if (error instanceof EnvironmentError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    const { host, port } = environment();
    return `Port ${port} on ${host} is in use. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`;
  }
  return error.message;
}
