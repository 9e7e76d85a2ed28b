import { finishActs } from '#features/bulk/service.ts';
import type { ProgrammeApp } from '#features/programme/service.ts';
import { followHours } from '#features/transcript/service.ts';
import type { Env } from '#platform/env.ts';
import { logMailer, smtpMailer } from '#platform/mailer.ts';
import { carryOnImports, matchWaitingRecords } from './bring-in.ts';
import { deliverMail, type Post } from './deliver-mail.ts';
import { followRequiredLearning } from './follow-programmes.ts';
import { passOnSilentChallenges } from './pass-on-challenges.ts';
import { purgeExpired } from './purge-sessions.ts';
import { remindPeople } from './remind.ts';

export type Job = {
  readonly name: string;
  readonly everySeconds: number;
  run(app: ProgrammeApp): Promise<void>;
};

type MailSettings = Pick<Env, 'smtpUrl' | 'mailFrom' | 'origin' | 'logLevel'>;

/** What happens by itself and how often. */
export function timetable(app: ProgrammeApp & { readonly env: MailSettings }): readonly Job[] {
  const post = postOf(app);
  const mail: readonly Job[] =
    post === null
      ? []
      : [{ name: 'deliver-mail', everySeconds: 15, run: (app) => deliverMail(app, post) }];
  return [
    ...mail,
    { name: 'purge-sessions', everySeconds: 3600, run: purgeExpired },
    { name: 'pass-on-challenges', everySeconds: 3600, run: passOnSilentChallenges },
    { name: 'carry-on-imports', everySeconds: 5, run: carryOnImports },
    { name: 'carry-on-acts', everySeconds: 5, run: finishActs },
    { name: 'match-waiting-records', everySeconds: 3600, run: matchWaitingRecords },
    { name: 'follow-programmes', everySeconds: 15, run: followRequiredLearning },
    { name: 'remind', everySeconds: 60, run: remindPeople },
    { name: 'follow-hours', everySeconds: 15, run: followHours },
  ];
}

/** Without a mail server letters wait in the outbox for an administrator, except where `LOG_LEVEL=trace` asks to see them. */
function postOf({ env, log }: ProgrammeApp & { readonly env: MailSettings }): Post | null {
  const { smtpUrl, mailFrom, origin } = env;
  if (smtpUrl !== undefined) return { mailer: smtpMailer(smtpUrl, mailFrom), origin };
  return env.logLevel === 'trace' ? { mailer: logMailer(log), origin } : null;
}

/**
 * Runs each job at once, to catch up, and again that long after it ended; no job overlaps itself, and one that fails is
 * logged and tried at its next time. Returns how to stop: waits for jobs under way.
 */
export function startJobs(
  app: ProgrammeApp & { readonly env: MailSettings },
  jobs: readonly Job[] = timetable(app),
): () => Promise<void> {
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Map<string, Promise<void>>();
  let stopped = false;
  const turn = async (job: Job): Promise<void> => {
    await runOnce(app, job);
    running.delete(job.name);
    if (stopped) return;
    const timer = setTimeout(() => begin(job), job.everySeconds * 1000);
    timers.set(job.name, timer.unref());
  };
  const begin = (job: Job) => running.set(job.name, turn(job));
  for (const job of jobs) begin(job);
  return async () => {
    stopped = true;
    for (const timer of timers.values()) clearTimeout(timer);
    await Promise.all(running.values());
  };
}

async function runOnce(app: ProgrammeApp, job: Job): Promise<void> {
  try {
    await job.run(app);
  } catch (error) {
    app.log.error('job-failed', {
      job: job.name,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}
