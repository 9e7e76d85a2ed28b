import type { SimulatedTime } from '#features/scenario/clock.ts';
import type { IndicatorView, RunView } from '#features/scenario/view.ts';
import type { Translate } from '#i18n/index.ts';
import type { IndicatorWords, PlayerView, PlayerWords } from './player-view.ts';
import { type Around, presentAround } from './present-around.ts';

/** Says a run in one language, for the page and for the browser's player alike. */
export function presentRun(
  view: RunView,
  eventId: string,
  t: Translate,
  around: Around | null = null,
): PlayerView {
  const passed = view.minutesPassed === 0 ? null : sayPassed(view.minutesPassed, t);
  const said = presentAround(view, around, t);
  const events = view.events.map(({ at, heading, blocks }) => ({
    at: saySimulated(at, t),
    heading,
    blocks,
  }));
  return {
    seq: view.seq,
    over: view.over,
    eventId,
    clock: saySimulated(view.clock, t),
    hands: handsOf(view.clock),
    passed,
    chosen: view.chosen === null ? null : t('scenario.play.chosen', { label: view.chosen }),
    events,
    heading: view.heading,
    blocks: view.blocks,
    indicators: view.indicators.map((indicator) => presentIndicator(indicator, view, t)),
    options: view.options,
    ...said,
    announcement: [announce(view, passed ?? '', t), said.waiting?.text ?? ''].join(' ').trim(),
  };
}

export function playerWords(t: Translate): PlayerWords {
  return {
    clock: t('scenario.play.clock'),
    meanwhile: t('scenario.play.meanwhile'),
    question: t('scenario.play.question'),
    sending: t('scenario.play.sending'),
    indicators: t('scenario.play.indicators'),
    over: t('scenario.play.over'),
    toDebrief: t('scenario.play.to-debrief'),
    lookAgain: t('scenario.wait.look-again'),
    handOver: t('scenario.wait.hand-over'),
    stillHere: t('scenario.wait.still-here'),
    paceLeft: t('scenario.pace.left'),
    paceHalf: t('scenario.pace.half'),
    paceOver: t('scenario.pace.over'),
  };
}

function handsOf({ time }: SimulatedTime): PlayerView['hands'] {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { hour: (hours % 12) * 30 + minutes / 2, minute: minutes * 6 };
}

/** A moment of simulated time; the day only when it is not the first. */
export function saySimulated({ day, time }: SimulatedTime, t: Translate): string {
  return day === 1
    ? t('scenario.play.time', { time })
    : t('scenario.play.time-later', { day, time });
}

const DAYS_FROM_HOURS = 48;

/** How long a decision took, in the largest units that matter: from two days on nobody counts minutes. */
export function sayPassed(total: number, t: Translate): string {
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours >= DAYS_FROM_HOURS) return sayDaysPassed(hours, t);
  if (hours === 0) return t('scenario.play.passed', { minutes });
  if (minutes === 0) return t('scenario.play.passed-hours', { hours });
  return t('scenario.play.passed-both', { hours, minutes });
}

function sayDaysPassed(total: number, t: Translate): string {
  const days = Math.floor(total / 24);
  const hours = total % 24;
  if (hours === 0) return t('scenario.play.passed-days', { days });
  return t('scenario.play.passed-days-hours', { days, hours });
}

function presentIndicator(
  { label, about, value, before, min, max, band }: IndicatorView,
  { minutesPassed }: RunView,
  t: Translate,
): IndicatorWords {
  const said = t('scenario.play.value', { value, band: t(`scenario.play.band.${band}`) });
  const change = minutesPassed === 0 ? null : sayChange(value - before, t);
  return { label, about, value, before, min, max, said, change };
}

function sayChange(by: number, t: Translate): string {
  if (by === 0) return t('scenario.play.same');
  const amount = { by: Math.abs(by) };
  return by > 0 ? t('scenario.play.rose', amount) : t('scenario.play.fell', amount);
}

function announce({ over, heading, events }: RunView, passed: string, t: Translate): string {
  if (over) return t('scenario.play.announce-over', { passed, heading });
  const said = events.map((event) => event.heading).join(', ');
  return t('scenario.play.announce', { passed, heading, events: said }).trim();
}
