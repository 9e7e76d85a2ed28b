import { LOCALES, type Locale } from '#kernel/text.ts';
import type { Explored, ScenarioProblem } from '../problem.ts';
import { factsFor, isFor, seatOfScene } from '../seats.ts';
import type { Seat } from '../source.ts';
import { plainText, type Section, type Words, wordingId } from '../words.ts';

/** A text one seat can be shown, and the marks that had passed facts on at some moment at which it is. */
type Shown = {
  readonly text: string;
  readonly told: readonly string[];
  readonly part: 'whole' | 'label';
};

/** Every fact has wordings that would give it away, and none of them stands where a seat that does not know it can read. */
export function checkFacts(explored: Explored): ScenarioProblem[] {
  const { logic, words, graph } = explored;
  const facts = Object.keys(logic.facts ?? {});
  if (facts.length === 0) return [];
  const wordings = LOCALES.flatMap((locale) =>
    facts.flatMap((fact) => checkWordings(words[locale], { locale, fact })),
  );
  if (graph.outcome !== 'whole') return wordings;
  const leaks = logic.seats.flatMap((seat) => {
    const shown = shownTo(explored, seat);
    return LOCALES.flatMap((locale) => leaksIn(explored, { seat, locale, shown }));
  });
  const once = new Map(leaks.map((leak) => [`${leak.file} ${leak.path.join()}`, leak]));
  return [...wordings, ...once.values()];
}

/** The wordings of a fact: the points of its list. */
export function wordingsOf(words: Words, fact: string): string[] {
  const blocks = words[wordingId(fact)]?.blocks ?? [];
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
}

function checkWordings(
  words: Words,
  { locale, fact }: { locale: Locale; fact: string },
): ScenarioProblem[] {
  const count = wordingsOf(words, fact).length;
  // Without the text there is nothing to count; that it is missing has been said.
  if (words[wordingId(fact)] === undefined || (count >= 2 && count <= 5)) return [];
  return [
    {
      code: 'fact-wordings',
      level: 'error',
      file: locale,
      path: [wordingId(fact)],
      message: `"${fact}" has ${count} wordings that would give it away.`,
      help: 'List two to five short phrases, one a line, each beginning with "- ".',
    },
  ];
}

type Reading = {
  readonly seat: Seat;
  readonly locale: Locale;
  readonly shown: readonly Shown[];
};

function leaksIn(explored: Explored, { seat, locale, shown }: Reading): ScenarioProblem[] {
  const { logic } = explored;
  const words = explored.words[locale];
  return shown.flatMap((one) => {
    const id = idFor(words, one.text, seat);
    const text = textOf(words[id], one.part);
    const known = factsFor(logic, seat, one.told);
    const hidden = Object.keys(logic.facts ?? {}).filter((fact) => !known.includes(fact));
    return hidden.flatMap((fact) => {
      const found = wordingsOf(words, fact).find((wording) => says(text, wording, locale));
      return found === undefined ? [] : leak({ locale, id, seat, fact, found });
    });
  });
}

function leak(told: {
  readonly locale: Locale;
  readonly id: string;
  readonly seat: Seat;
  readonly fact: string;
  readonly found: string;
}): ScenarioProblem {
  const { locale, id, seat, fact, found } = told;
  const own = id.includes('@') ? '' : ` or give "${seat}" its own text with {#${id}@${seat}},`;
  return {
    code: 'seat-fact-leak',
    level: 'error',
    file: locale,
    path: [id],
    message: `"${id}" says "${found}" to the seat "${seat}", which must not know "${fact}" then.`,
    help: `Say it in other words,${own} or show it only once the fact has been told.`,
  };
}

/** Everything a seat can be shown before the debrief, with what it had been told by then. */
function shownTo(explored: Explored, seat: Seat): Shown[] {
  const { logic, graph } = explored;
  const whole = (text: string, told: readonly string[]): Shown => ({ text, told, part: 'whole' });
  const scales = Object.entries(logic.indicators).filter(([, scale]) => isFor(seat, scale));
  const beginning = [
    ...['title', 'role', 'brief', 'content-note'],
    // Whoever takes a seat reads who else is there.
    ...logic.seats.map((other) => `role@${other}`),
    ...scales.map(([id]) => `indicator.${id}`),
  ];
  const heard = new Set(hearable(explored, seat));
  const standing = graph.vertices.flatMap(({ place, told, over, edges }) => {
    const facts = factsFor(logic, seat, told).map((fact) => whole(`fact.${fact}`, told));
    const here = over ? [whole(place, told)] : sceneTexts(explored, { seat, scene: place, told });
    const events = edges.flatMap(({ to, injects }) =>
      injects
        .filter((inject) => heard.has(inject))
        .map((inject) => whole(`inject.${inject}`, graph.vertices[to]?.told ?? told)),
    );
    return [...here, ...facts, ...events];
  });
  return onceEach([...beginning.map((text) => whole(text, [])), ...standing]);
}

/** What others read of a choice while they play is nothing; whoever decides reads its label. */
function sceneTexts(
  { logic }: Explored,
  { seat, scene, told }: { seat: Seat; scene: string; told: readonly string[] },
): Shown[] {
  if (seatOfScene(logic, scene) !== seat) {
    return [{ text: `${scene}@${seat}`, told, part: 'whole' }];
  }
  const choices = logic.scenes[scene]?.choices ?? [];
  const labels = choices.map(({ id }): Shown => ({ text: `${scene}.${id}`, told, part: 'label' }));
  return [{ text: scene, told, part: 'whole' }, ...labels];
}

function hearable({ logic }: Explored, seat: Seat): string[] {
  const beats = Object.values(logic.world).flatMap(({ states }) => Object.values(states).flat());
  return beats.flatMap((beat) =>
    beat.inject !== undefined && isFor(seat, beat) ? [beat.inject] : [],
  );
}

function onceEach(shown: readonly Shown[]): Shown[] {
  return [...new Map(shown.map((one) => [`${one.text} ${one.told.join()}`, one])).values()];
}

/** A seat's own text takes the place of the one for all. */
function idFor(words: Words, text: string, seat: Seat): string {
  return `${text}@${seat}` in words ? `${text}@${seat}` : text;
}

function textOf(section: Section | undefined, part: Shown['part']): string {
  if (section === undefined) return '';
  return part === 'label' ? section.label : `${section.label} ${plainText(section.blocks)}`;
}

/** Spaces, capitals and line breaks do not hide a wording. */
function says(text: string, wording: string, locale: Locale): boolean {
  const plain = (written: string) =>
    written
      .normalize('NFC')
      .toLocaleLowerCase(locale)
      .replace(/\s+/g, locale === 'ko' ? '' : ' ');
  return plain(text).includes(plain(wording));
}
