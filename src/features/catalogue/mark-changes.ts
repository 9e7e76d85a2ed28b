import type { Day } from '#kernel/date.ts';
import type { Text } from '#kernel/text.ts';
import {
  type ChangeKind,
  idsFor,
  type KeptSection,
  matchSections,
  type PresentSection,
  type SectionChange,
} from './section.ts';

/** What stands in the text and not in the file: a section that reads otherwise, came or went. */
export type Unmarked = {
  readonly id: string;
  readonly how: 'changed' | 'new' | 'gone';
  readonly heading: Text;
  /** By its place in the text; null when it is gone. */
  readonly at: number | null;
};

/** Every section whose author has not said yet what became of it, in the order of the text. */
export function unmarkedIn(
  kept: readonly KeptSection[],
  present: readonly PresentSection[],
): Unmarked[] {
  const match = matchSections(kept, present);
  const ids = idsFor(kept, present, match);
  const here = present.flatMap(({ heading, hash }, at): Unmarked[] => {
    const known = kept[match[at] ?? -1];
    if (known?.hash === hash) return [];
    const how = known === undefined ? 'new' : 'changed';
    return [{ id: ids[at] ?? '', how, heading, at }];
  });
  const gone = kept.flatMap(({ id, heading, gone: isTold }, at): Unmarked[] =>
    isTold || match.includes(at) ? [] : [{ id, how: 'gone', heading, at: null }],
  );
  return [...here, ...gone];
}

/**
 * The sections as they stand, before anybody has learned from them: what was not changed since people do takes its text as
 * its first. Sections with a history are left alone, and `refused` names those that read otherwise by now.
 */
export function markFirst(
  kept: readonly KeptSection[],
  present: readonly PresentSection[],
): { sections: KeptSection[]; refused: Unmarked[] } {
  const hasHistory = (id: string) =>
    kept.some((one) => one.id === id && (one.gone || (one.changes ?? []).length > 0));
  const refused = unmarkedIn(kept, present).filter(({ id }) => hasHistory(id));
  const match = matchSections(kept, present);
  const ids = idsFor(kept, present, match);
  const here = present.map(({ heading, hash }, at): KeptSection => {
    const known = kept[match[at] ?? -1];
    const id = ids[at] ?? '';
    if (known !== undefined && hasHistory(id)) return known;
    return { id, heading: { ...heading }, hash };
  });
  const gone = kept.filter((one, at) => !match.includes(at) && hasHistory(one.id));
  return { sections: [...here, ...gone], refused };
}

export type Said = {
  readonly kind: ChangeKind;
  readonly on: Day;
  readonly what: { readonly ko: string; readonly en: string };
  /** One section; null for all that are unmarked. */
  readonly only: string | null;
  /** The questions that ask for what changed; null for those that stand in the section. */
  readonly checks: readonly string[] | null;
};

/** The sections after their author said what changed, with those it was said of. */
export function markChanged(
  kept: readonly KeptSection[],
  present: readonly PresentSection[],
  said: Said,
): { sections: KeptSection[]; marked: Unmarked[] } {
  const marked = unmarkedIn(kept, present).filter(
    ({ id }) => said.only === null || said.only === id,
  );
  const isMarked = (id: string) => marked.some((one) => one.id === id);
  const match = matchSections(kept, present);
  const ids = idsFor(kept, present, match);
  const here = present.flatMap((section, at): KeptSection[] => {
    const known = kept[match[at] ?? -1];
    const id = ids[at] ?? '';
    if (!isMarked(id)) return known ? [known] : [];
    const { heading, hash, minutes } = section;
    const change = changeFrom(said, { checks: said.checks ?? section.checks, minutes });
    const changes = [...(known?.changes ?? []), change];
    return [{ id, heading: { ...heading }, hash, changes }];
  });
  const rest = kept.filter((_, at) => !match.includes(at));
  const gone = rest.map((one): KeptSection => {
    if (!isMarked(one.id)) return one;
    // Of what is gone only its author's sentence can be read.
    const change = changeFrom(said, { checks: [], minutes: 1 });
    return { ...one, gone: true, changes: [...(one.changes ?? []), change] };
  });
  return { sections: [...here, ...gone], marked };
}

function changeFrom(
  { kind, on, what }: Said,
  { checks, minutes }: { checks: readonly string[]; minutes: number },
): SectionChange {
  const words = { on, what: { ...what } };
  return kind === 'editorial'
    ? { kind, ...words }
    : { kind, ...words, checks: [...checks], minutes };
}
