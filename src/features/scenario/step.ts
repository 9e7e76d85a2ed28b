import { type ActorScope, createActor, type ExecutableActionObject } from 'xstate';
import type { Machine, Snapshot } from './compile.ts';

type Event = { readonly type: string };
type Scope = ActorScope<Snapshot, Event>;

const scopes = new WeakMap<Machine, Scope>();

/**
 * What an event leads to in a machine: the next snapshot, and the actions it asks for, none of which is carried out. The same
 * as xstate's `transition`, which makes an actor for every event and throws it away: two thirds of its time (5.33.3). Here
 * a machine keeps one, which is never started and only tells actions who asks.
 */
export function step(
  machine: Machine,
  snapshot: Snapshot,
  event: Event,
): readonly [Snapshot, readonly ExecutableActionObject[]] {
  const scope = scopes.get(machine) ?? scopeOf(machine);
  scopes.set(machine, scope);
  const actions: ExecutableActionObject[] = [];
  const actionExecutor = (action: ExecutableActionObject) => void actions.push(action);
  return [machine.transition(snapshot, event, { ...scope, actionExecutor }), actions];
}

function scopeOf(machine: Machine): Scope {
  const self = createActor(machine);
  const nothing = () => {};
  return {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  };
}
