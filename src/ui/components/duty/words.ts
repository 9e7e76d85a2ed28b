import type { Answer, PartAnswer, ThingAnswer } from '#features/duty/answer.ts';
import { sayDay } from '#i18n/index.ts';
import type { Text } from '#kernel/text.ts';
import { sayTake } from '../programme/rule-words.ts';
import { placeOf, type Speaking } from '../programme/words.ts';

export type DutySpeaking = Speaking & {
  /** Names of the programmes that duties ask for. */
  readonly programmes: ReadonlyMap<string, Text>;
};

/** Whether somebody may be rostered, and until when. */
export function sayAnswer({ isReady, until }: Answer, { t, locale }: DutySpeaking): string {
  if (!isReady) return t('duty.not-ready');
  return until === null ? t('duty.ready') : t('duty.ready-until', { day: sayDay(locale, until) });
}

/** What is missing, a sentence for each part that is not met. */
export function sayMissing({ parts }: Answer, speaking: DutySpeaking): string[] {
  return parts.filter(({ isMet }) => !isMet).map((part) => sayPart(part, speaking));
}

/** What a part asks, with how each thing stands. */
export function sayPart({ take, things }: PartAnswer, speaking: DutySpeaking): string {
  const named = things.map((thing) => sayThing(thing, speaking)).join(', ');
  const head = sayTake(take, things.length, speaking.t);
  return head === '' ? named : `${head}: ${named}`;
}

function sayThing({ thing, state, until }: ThingAnswer, speaking: DutySpeaking): string {
  const { t, locale, programmes } = speaking;
  const title =
    thing.kind === 'programme'
      ? (programmes.get(thing.id)?.[locale] ?? t('duty.programme-gone'))
      : placeOf(thing, speaking).title;
  const day = until === null ? '' : sayDay(locale, until);
  const key = state === 'valid' && until === null ? 'for-ever' : state;
  return t(`duty.thing.${key}`, { title, day });
}
