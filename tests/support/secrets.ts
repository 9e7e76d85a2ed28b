import { wordingsOf } from '#features/scenario/checks/facts.ts';
import type { RunState } from '#features/scenario/run.ts';
import { factsFor, seatOfScene } from '#features/scenario/seats.ts';
import type { Scenario, Seat } from '#features/scenario/source.ts';
import { plainText, sectionFor, type Words } from '#features/scenario/words.ts';

/** Long enough not to stand in other texts by chance. */
const SHORTEST = 14;

/**
 * Pieces of text that must not reach a seat's browser at this moment: the scenes, choices and feedback of other seats, and
 * wordings of facts it does not know. Cut at marks that are written differently in HTML and JSON.
 */
export function secretsFrom(
  { logic }: Scenario,
  words: Words,
  { seat, state }: { seat: Seat; state: RunState },
): string[] {
  const scenes = Object.entries(logic.scenes).filter(([id]) => seatOfScene(logic, id) !== seat);
  const theirs = scenes.flatMap(([scene, { choices }]) => {
    const by = seatOfScene(logic, scene);
    const told = choices.map(({ id }) => sectionFor(words, `${scene}.${id}`, by));
    const texts = told.flatMap(({ label, blocks }) => [label, plainText(blocks)]);
    return [plainText(sectionFor(words, scene, by).blocks), ...texts];
  });
  const shared = sharedTexts(
    words,
    scenes.map(([id]) => id),
  );
  const pieces = theirs.flatMap(piecesOf).filter((piece) => !shared.includes(piece.toLowerCase()));
  const known = factsFor(logic, seat, state.snapshot.context.marks);
  const hidden = Object.keys(logic.facts ?? {}).filter((fact) => !known.includes(fact));
  return [...pieces, ...hidden.flatMap((fact) => wordingsOf(words, fact))];
}

/** What stands in other texts too, such as a name or a habit of speech, is no secret. */
function sharedTexts(words: Words, scenes: readonly string[]): string {
  const isTheirs = (id: string) =>
    scenes.some((scene) => id === scene || id.startsWith(`${scene}.`));
  return Object.entries(words)
    .filter(([id]) => !isTheirs(id))
    .map(([, { label, blocks }]) => `${label} ${plainText(blocks)}`)
    .join(' ')
    .toLowerCase();
}

function piecesOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N} ,.]+/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= SHORTEST);
}
