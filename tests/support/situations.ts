import type { Compiled } from '#features/scenario/compile.ts';
import { beginRun, choose, openChoices, type RunState } from '#features/scenario/run.ts';
import { decisionsOf } from '#features/scenario/seats.ts';
import { canonical } from '#kernel/canonical.ts';

/** Every situation that some seat can tell from the others by looking, each once: more than those that play on differently. */
export function* everySituation(compiled: Compiled): Generator<RunState> {
  const queue = [beginRun(compiled)];
  const met = new Set(queue.map((state) => keyOf(compiled, state)));
  for (const state of queue) {
    yield state;
    for (const { id } of openChoices(compiled, state)) {
      const next = choose(compiled, state, id);
      const key = keyOf(compiled, next);
      if (!met.has(key)) {
        met.add(key);
        queue.push(next);
      }
    }
  }
}

function keyOf({ logic, watched }: Compiled, state: RunState): string {
  const { indicators, marks } = state.snapshot.context;
  return canonical([
    state.snapshot.value,
    watched.indicators.map((indicator) => indicators[indicator]),
    watched.marks.filter((mark) => marks.includes(mark)),
    state.minute,
    state.timers.map(({ id, due }) => [id, due]),
    logic.seats.map((seat) => {
      const last = decisionsOf(logic, state.decisions, seat).at(-1);
      const heard = state.happenings.filter(({ at }) => at > (last?.at ?? -1));
      return [last?.scene, last?.choice, heard];
    }),
  ]);
}
