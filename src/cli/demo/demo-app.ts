import type { Instant } from '#kernel/date.ts';
import type { Clock } from '#kernel/ports.ts';
import type { Result } from '#kernel/result.ts';
import type { HamkkeApp } from '../../app.ts';

/** A clock that the seeding moves through the past. */
export type MovableClock = Clock & { set(instant: Instant): void; pass(minutes: number): void };
export type DemoApp = HamkkeApp & { readonly clock: MovableClock };

/** The app as it was at any moment one likes: what it does then is recorded as having happened then. */
export function movableApp(app: HamkkeApp): DemoApp {
  let current = app.clock.now();
  return {
    ...app,
    clock: {
      now: () => current,
      set: (instant) => {
        current = instant;
      },
      pass: (minutes) => {
        current += minutes * 60_000;
      },
    },
  };
}

/** The value of an act that cannot be refused; a refusal means that the plan does not fit the content. */
export function done<T>(outcome: Result<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}
