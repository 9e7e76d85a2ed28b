import { LOCALES, type Locale } from '#kernel/text.ts';
import { shownBy } from '../evidence.ts';
import type { Draft, ScenarioProblem } from '../problem.ts';
import { logicOf, type ScenarioLogic } from '../source.ts';
import type { Words } from '../words.ts';

const LONGEST: Readonly<Record<Locale, number>> = { ko: 60, en: 110 };
/** Points show which way the author leans. */
const SIGNED_NUMBER = /(^|[\s(])[+−-]\s?\d/;
const JUDGING: Readonly<Record<Locale, RegExp>> = {
  ko: /최선|최악|당연히|무조건|올바르|올바른|잘못된|완벽|절대로|반드시/,
  en: /\b(best|worst|obviously|correct|correctly|wrong|perfect|perfectly|properly|always|never)\b/i,
};
/** Above this share of scenes, guessing by length would pay. */
const MOST_TELLING = 0.6;
const FEWEST_SCENES = 3;

/** The words of choices do not give away which of them shows most. */
export function checkLabels({ id, source, words }: Draft): ScenarioProblem[] {
  const logic = logicOf(id, source);
  return LOCALES.flatMap((locale) => [
    ...labelsIn(logic, words[locale]).flatMap((label) => checkLabel(locale, label)),
    ...checkLengths(locale, logic, words[locale]),
  ]);
}

type Label = { readonly id: string; readonly label: string };

function labelsIn(logic: ScenarioLogic, words: Words): Label[] {
  return Object.entries(logic.scenes).flatMap(([scene, { choices }]) =>
    choices.flatMap((choice) => {
      const id = `${scene}.${choice.id}`;
      const label = words[id]?.label;
      return label === undefined ? [] : [{ id, label }];
    }),
  );
}

function checkLabel(locale: Locale, { id, label }: Label): ScenarioProblem[] {
  const length = [...label].length;
  const judging = JUDGING[locale].exec(label)?.[0];
  const problems: ScenarioProblem[] = [];
  if (length > LONGEST[locale]) {
    problems.push(
      tell('label-long', locale, id, {
        message: `The choice is ${length} characters long; ${LONGEST[locale]} are the most.`,
        help: 'Say what is done; reasons and consequences belong into the debrief below it.',
      }),
    );
  }
  if (SIGNED_NUMBER.test(label)) {
    problems.push(
      tell('label-points', locale, id, {
        message: 'The choice names a number with a sign in front of it, which reads like points.',
        help: 'Say the amount in words.',
      }),
    );
  }
  if (judging !== undefined) {
    problems.push(
      tell('label-judges', locale, id, {
        message: `"${judging}" says what to think of the choice.`,
        help: 'Say what is done and leave the judging to the player.',
      }),
    );
  }
  return problems;
}

function checkLengths(locale: Locale, logic: ScenarioLogic, words: Words): ScenarioProblem[] {
  const scenes = Object.keys(logic.scenes).flatMap((scene) => {
    const strongest = strongestIn(logic, scene);
    return strongest === null ? [] : [isLongest(logic, words, { scene, choice: strongest })];
  });
  const telling = scenes.filter(Boolean).length;
  if (scenes.length < FEWEST_SCENES || telling <= scenes.length * MOST_TELLING) return [];
  return [
    tell('label-length', locale, 'title', {
      message: `In ${telling} of ${scenes.length} scenes the choice that shows most is also the longest.`,
      help: 'Make choices alike in length, or the longest one another one.',
    }),
  ];
}

/** The choice of a scene that shows most; null where several do or none shows anything. */
function strongestIn(logic: ScenarioLogic, scene: string): string | null {
  const shown = (logic.scenes[scene]?.choices ?? []).map(({ id }) => {
    const pieces = shownBy(logic, scene, id);
    return { id, sum: pieces.reduce((sum, { level, weight }) => sum + level * weight, 0) };
  });
  const [first, second] = shown.toSorted((a, b) => b.sum - a.sum);
  return first && second && first.sum > second.sum ? first.id : null;
}

function isLongest(
  logic: ScenarioLogic,
  words: Words,
  { scene, choice }: { scene: string; choice: string },
): boolean {
  const lengthOf = (id: string) => [...(words[`${scene}.${id}`]?.label ?? '')].length;
  const others = (logic.scenes[scene]?.choices ?? []).filter(({ id }) => id !== choice);
  return others.every(({ id }) => lengthOf(id) < lengthOf(choice));
}

function tell(
  code: string,
  file: Locale,
  id: string,
  words: { message: string; help: string },
): ScenarioProblem {
  return { code, level: 'error', file, path: [id], ...words };
}
