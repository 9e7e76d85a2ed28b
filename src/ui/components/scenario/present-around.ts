import type { SeenRun } from '#features/scenario/service.ts';
import type { RunView } from '#features/scenario/view.ts';
import { sayTime, type Translate } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';
import type { PlayerView } from './player-view.ts';

/** What stands around the decisions of a run: who plays, whom one waits for, one's own pace. */
export type Around = {
  readonly seen: Pick<SeenRun, 'hasLeft' | 'waitingFor' | 'isAwaited' | 'pace' | 'brief'>;
  readonly position: string;
  readonly locale: Locale;
  readonly zone: string;
};
type Said = Pick<PlayerView, 'brief' | 'facts' | 'waiting' | 'awaited' | 'pace'>;

/** Says it in one language; without anything around, a run alone at no pace. */
export function presentAround(view: RunView, around: Around | null, t: Translate): Said {
  const facts = presentFacts(view, t);
  if (around === null) return { brief: null, facts, waiting: null, awaited: null, pace: null };
  return {
    brief: around.seen.brief,
    facts,
    waiting: presentWaiting(view, around, t),
    awaited: around.seen.isAwaited ? t('scenario.wait.awaited') : null,
    pace: presentPace(around, t),
  };
}

function presentFacts({ facts }: RunView, t: Translate): PlayerView['facts'] {
  return (['nobody', 'some', 'all'] as const).flatMap((sharedWith) => {
    const told = facts
      .filter((fact) => fact.sharedWith === sharedWith)
      .map(({ heading, blocks, isNew }) => ({ heading, blocks, isNew }));
    return told.length === 0 ? [] : [{ known: t(`scenario.fact.${sharedWith}`), told }];
  });
}

function presentWaiting(
  view: RunView,
  { seen: { hasLeft, waitingFor }, position }: Around,
  t: Translate,
): PlayerView['waiting'] {
  if (view.over || view.waitingFor === null) return null;
  const seat = t(`scenario.seat.${view.waitingFor}`);
  const name = waitingFor?.name ?? '';
  const text = t('scenario.wait.for', { seat, name });
  const isOffered = waitingFor?.isSilent === true && !hasLeft;
  const handOver = isOffered
    ? { seat: waitingFor.seat, text: t('scenario.wait.silent', { name }) }
    : null;
  return { text, position, handOver };
}

function presentPace({ seen: { pace }, locale, zone }: Around, t: Translate): PlayerView['pace'] {
  if (pace === null) return null;
  const { minutes, dueAt, now } = pace;
  const left = dueAt - now;
  const time = sayTime(locale, dueAt, zone);
  const by = left > 0 ? t('scenario.pace.by', { minutes, time }) : t('scenario.pace.over');
  return { by, whole: minutes * 60_000, left };
}
