import type { Offer, OfferedChange } from '#features/catalogue/offer.ts';
import type { Statement } from '#features/record/statement.ts';
import type { Instant } from '#kernel/date.ts';
import { earliest } from './steps.ts';

/** What a course asked of people who had finished it, from a moment on until the next of these. */
export type SeenOffer = { readonly offer: Offer; readonly seenAt: Instant };

/** All that a renewal is computed from. Offers come oldest first; statements in any order, however often repeated. */
export type RenewalHistory = {
  /** The first time. */
  readonly finishedAt: Instant;
  readonly offers: readonly SeenOffer[];
  readonly statements: readonly Statement[];
  /** The first moment at which the whole course was done anew since a moment; null when it was not. */
  readonly wholeSince: (from: Instant) => Instant | null;
};

/** A time in which something had changed that the person had not taken up yet. */
export type Behind = {
  readonly from: Instant;
  /** Null while it lasts. */
  readonly until: Instant | null;
  /** What was asked at the most, in minutes. */
  readonly minutes: number;
};

/** A section that changed, and what the person did about it since. */
export type RenewalPart = {
  readonly lesson: string;
  readonly section: string;
  /** Ids of its changes, oldest first: `lesson/section/2`. */
  readonly changes: readonly string[];
  /** Since when the newest of them has been offered here. */
  readonly since: Instant;
  readonly minutes: number;
  /** When its lesson was marked as read since. */
  readonly readAt: Instant | null;
  /** Its questions, each with the first right answer since. */
  readonly checks: readonly { readonly item: string; readonly rightAt: Instant | null }[];
  readonly doneAt: Instant | null;
};

/** What is asked of the person now. */
export type Delta = {
  readonly from: Instant;
  readonly parts: readonly RenewalPart[];
  /** Of the whole course where that is asked. */
  readonly minutes: number;
  /** How many percent of the course changed. */
  readonly share: number;
  /** So much changed that the whole course is asked, beside the parts. */
  readonly isWhole: boolean;
  readonly wholeAt: Instant | null;
};

export type Renewal = {
  readonly finishedAt: Instant;
  /** Up to when everything is known to the person, at the latest: finishing, or the end of the last time behind. */
  readonly currentSince: Instant;
  /** The oldest first; the last one may still last. */
  readonly behind: readonly Behind[];
  /** Null when nothing substantive changed since `currentSince`. */
  readonly delta: Delta | null;
};

/**
 * What changed for somebody who finished a course, and whether they took it up: each changed section read again and its
 * questions answered rightly, each since it was offered; above the threshold the whole course anew beside it. Nobody who
 * was up to date at a moment is less so by what is published later: later changes open a new time behind. Order and
 * repetition of statements make no difference, and editorial changes are no part of any offer.
 */
export function renewalOf(history: RenewalHistory): Renewal {
  const { finishedAt, offers } = history;
  const seen = firstSeen(offers);
  let so: SoFar = { current: finishedAt, open: null, delta: null, behind: [] };
  for (const [at, { offer, seenAt }] of offers.entries()) {
    const until = offers[at + 1]?.seenAt ?? Number.POSITIVE_INFINITY;
    if (until > so.current) so = afterOffer(so, { offer, seenAt, until, seen }, history);
  }
  const { current, open, delta, behind } = so;
  const all = open === null ? behind : [...behind, { ...open, until: null }];
  return { finishedAt, currentSince: current, behind: all, delta };
}

type SoFar = {
  readonly current: Instant;
  readonly open: { readonly from: Instant; readonly minutes: number } | null;
  readonly delta: Delta | null;
  readonly behind: readonly Behind[];
};
type InForce = SeenOffer & {
  /** The next offer takes its place. */
  readonly until: Instant;
  readonly seen: ReadonlyMap<string, Instant>;
};

/** What became of a person while one offer was in force: still up to date, behind, or caught up. */
function afterOffer(so: SoFar, { offer, seenAt, until, seen }: InForce, history: RenewalHistory) {
  const news = offer.changes.filter(({ id }) => (seen.get(id) ?? seenAt) > so.current);
  if (news.length === 0 && so.open === null) return so;
  const from = so.open?.from ?? seenAt;
  // Changes that are offered no longer ask nothing from that moment on.
  const delta = news.length === 0 ? null : deltaFrom({ offer, news, seen, from }, history);
  const doneAt = delta === null ? seenAt : doneBy(delta, seenAt);
  const minutes = Math.max(so.open?.minutes ?? 0, delta?.minutes ?? 0);
  if (doneAt === null || doneAt >= until) return { ...so, open: { from, minutes }, delta };
  const behind = [...so.behind, { from, until: doneAt, minutes }];
  // What was taken back was not taken up: it is asked again when it comes back.
  const current = delta === null ? so.current : doneAt;
  return { current, open: null, delta: null, behind };
}

/** Whether a lesson is to be marked as read again. */
export function asksToRead({ delta }: Renewal, lesson: string): boolean {
  return delta?.parts.some((part) => part.lesson === lesson && part.readAt === null) ?? false;
}

function firstSeen(offers: readonly SeenOffer[]): ReadonlyMap<string, Instant> {
  const seen = new Map<string, Instant>();
  for (const { offer, seenAt } of offers) {
    for (const { id } of offer.changes) seen.set(id, Math.min(seen.get(id) ?? seenAt, seenAt));
  }
  return seen;
}

type News = {
  readonly offer: Offer;
  readonly news: readonly OfferedChange[];
  readonly seen: ReadonlyMap<string, Instant>;
  readonly from: Instant;
};

function deltaFrom({ offer, news, seen, from }: News, history: RenewalHistory): Delta {
  const sections = Map.groupBy(news, ({ lesson, section }) => `${lesson}/${section}`);
  const parts = [...sections.values()].map((changes) => partOf(changes, { offer, seen }, history));
  const changed = parts.reduce((sum, { minutes }) => sum + minutes, 0);
  const share = offer.minutes === 0 ? 100 : Math.min(100, (100 * changed) / offer.minutes);
  const isWhole = share > offer.wholeAbove;
  return {
    ...{ from, parts, share, isWhole },
    minutes: isWhole ? Math.max(changed, offer.minutes) : changed,
    wholeAt: isWhole ? history.wholeSince(from) : null,
  };
}

function partOf(
  changes: readonly OfferedChange[],
  { offer, seen }: Pick<News, 'offer' | 'seen'>,
  { statements }: RenewalHistory,
): RenewalPart {
  const { lesson = '', section = '' } = changes[0] ?? {};
  const place = `${offer.course}/${lesson}`;
  const since = Math.max(...changes.map(({ id }) => seen.get(id) ?? 0));
  const first = (isIt: (statement: Statement) => boolean) =>
    earliest(
      ...statements
        .filter((one) => one.occurredAt >= since && isIt(one))
        .map(({ occurredAt }) => occurredAt),
    );
  const readAt = first(({ verb, objectId }) => verb === 'read' && objectId === place);
  const checks = [...new Set(changes.flatMap((change) => change.checks))].map((item) => ({
    item,
    rightAt: first(
      (one) => one.verb === 'answered' && one.objectId === `${place}/${item}` && one.result.correct,
    ),
  }));
  return {
    ...{ lesson, section, since, readAt, checks },
    changes: changes.map(({ id }) => id),
    minutes: Math.max(...changes.map(({ minutes }) => minutes)),
    doneAt: latest(readAt, ...checks.map(({ rightAt }) => rightAt)),
  };
}

/** The moment everything that is asked was there; not before it was asked in this way. */
function doneBy({ parts, isWhole, wholeAt }: Delta, seenAt: Instant): Instant | null {
  const done = parts.map(({ doneAt }) => doneAt);
  return latest(seenAt, ...done, ...(isWhole ? [wholeAt] : []));
}

/** The last of several moments; null while one of them is missing. */
function latest(...moments: readonly (Instant | null)[]): Instant | null {
  const known = moments.filter((moment) => moment !== null);
  return known.length < moments.length ? null : Math.max(...known);
}
