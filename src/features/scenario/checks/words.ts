import { LOCALES, type Locale } from '#kernel/text.ts';
import type { Draft, ScenarioProblem } from '../problem.ts';
import { logicOf, type ScenarioLogic, SEATS } from '../source.ts';
import { plainText, type Section, seatWordIdsOf, type Words, wordIdsOf } from '../words.ts';

const HANGUL = /[가-힣]/;
/** Texts that are only a label. */
const LABEL_ONLY = ['role'];

/** Every text is there in every language, says something, is in its language, and belongs to something. */
export function checkWords({ id, source, words }: Draft): ScenarioProblem[] {
  const logic = logicOf(id, source);
  const wanted = wordIdsOf(logic);
  if (source.contentNote) wanted.push('content-note');
  const ofSeats = seatWordIdsOf(logic);
  const known = [...wanted, ...ofSeats, ...wanted.flatMap((text) => ownTexts(logic, text))];
  return LOCALES.flatMap((locale) => [
    ...wanted.flatMap((text) => checkText(locale, text, words[locale][text])),
    ...ofSeats.flatMap((text) => checkSeatText(locale, text, words[locale][text])),
    ...strays(locale, words[locale], known),
    ...Object.entries(words[locale]).flatMap(([text, section]) =>
      checkScript(locale, text, section),
    ),
  ]);
}

/** What one seat reads in its own words where others read the base text. The words of a scene are those of whoever decides. */
function ownTexts(logic: ScenarioLogic, text: string): string[] {
  if (logic.seats.length === 1) return SEATS.map((seat) => `${text}@${seat}`);
  const [scene = ''] = text.split('.');
  const isOfScene = Object.hasOwn(logic.scenes, scene) || text.endsWith('.wording');
  return isOfScene ? [] : logic.seats.map((seat) => `${text}@${seat}`);
}

function checkSeatText(
  locale: Locale,
  id: string,
  section: Section | undefined,
): ScenarioProblem[] {
  if (section !== undefined) return checkText(locale, id, section);
  const [text = '', seat = ''] = id.split('@');
  const meaning = ['role', 'brief', 'debrief'].includes(text)
    ? `"${seat}" has no "${text}" of its own; {#${text}} speaks to the first seat.`
    : `"${seat}" has nothing to read while "${text}" is decided.`;
  return [
    wordsError('seat-texts', locale, id, {
      message: meaning,
      help: `Add a heading with {#${id}} and the text below it.`,
    }),
  ];
}

export function checkText(
  locale: Locale,
  id: string,
  section: Section | undefined,
): ScenarioProblem[] {
  if (section === undefined) {
    return [
      wordsError('text-missing', locale, id, {
        message: `There is no text "${id}".`,
        help: `Add a heading with {#${id}} and the text below it${orBank(locale, id)}.`,
      }),
    ];
  }
  const [base = ''] = id.split('@');
  const isBare = section.blocks.length === 0 && !LABEL_ONLY.includes(base);
  return isBare
    ? [
        wordsError('text-empty', locale, id, {
          message: `"${id}" has a heading and nothing below it.`,
          help: 'Write the text below the heading. For a choice, it is what the debrief says about it.',
        }),
      ]
    : [];
}

/** An event may also be told in the words all scenarios share. */
function orBank(locale: Locale, id: string): string {
  const [, inject] = /^inject\.([a-z0-9-]+)$/.exec(id) ?? [];
  return inject === undefined ? '' : `, or one with {#${inject}} to injects/${locale}.md`;
}

function strays(locale: Locale, words: Words, known: readonly string[]): ScenarioProblem[] {
  return Object.keys(words)
    .filter((id) => !known.includes(id))
    .map((id) =>
      wordsError('text-unused', locale, id, {
        message: `Nothing in the scenario is called "${id}".`,
        help: 'Remove the text or correct its id.',
      }),
    );
}

export function checkScript(
  locale: Locale,
  id: string,
  { label, blocks }: Section,
): ScenarioProblem[] {
  const text = `${label} ${plainText(blocks)}`;
  const isForeign = locale === 'ko' ? !HANGUL.test(text) : HANGUL.test(text);
  const markup = /\*\*|__|\]\(|`|<\w/.exec(text);
  return [
    ...(isForeign
      ? [
          wordsError('text-untranslated', locale, id, {
            message: `"${id}" is not written in ${locale === 'ko' ? 'Korean' : 'English'}.`,
            help: 'Write it naturally in its language.',
          }),
        ]
      : []),
    ...(markup
      ? [
          wordsError('text-markup', locale, id, {
            message: `"${id}" contains "${markup[0]}", which would be shown as it stands.`,
            help: 'Scenario texts are paragraphs and lists only.',
          }),
        ]
      : []),
  ];
}

function wordsError(
  code: string,
  file: Locale,
  id: string,
  words: { message: string; help: string },
): ScenarioProblem {
  return { code, level: 'error', file, path: [id], ...words };
}
