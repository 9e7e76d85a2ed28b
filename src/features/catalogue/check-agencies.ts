import { LOCALES, type Locale } from '#kernel/text.ts';
import type { Agency } from './agency.ts';
import type { LessonText } from './lesson-text.ts';
import type { ContentProblem, Written } from './problem.ts';
import { without } from './script.ts';

/** A piece of text that learners read, and where it stands. */
export type PlacedText = { locale: Locale; text: string; file: string; line: number };

/** Finds names that offices no longer have. A warning: a text about the past may mean the past name. */
export function checkFormerNames(
  agencies: readonly Written<Agency>[],
  texts: readonly PlacedText[],
): ContentProblem[] {
  return LOCALES.flatMap((locale) => {
    const present = agencies.map(({ value }) => value.name[locale]);
    const former = successors(agencies, locale);
    return texts
      .filter((one) => one.locale === locale)
      .flatMap(({ text, file, line }) => {
        // A present name may contain a former one.
        const rest = without(text, present);
        return [...former]
          .filter(([name]) => rest.includes(name))
          .map(([name, now]) => formerName({ name, now, file, line }));
      });
  });
}

/** What the offices that took over from each former name are called. */
function successors(
  agencies: readonly Written<Agency>[],
  locale: Locale,
): Map<string, Agency['name'][Locale][]> {
  const pairs = agencies.flatMap(({ value }) =>
    (value.former?.[locale] ?? []).map((name) => ({ name, now: value.name[locale] })),
  );
  const byName = Map.groupBy(pairs, ({ name }) => name);
  return new Map([...byName].map(([name, found]) => [name, found.map(({ now }) => now)]));
}

function formerName(found: {
  name: string;
  now: string[];
  file: string;
  line: number;
}): ContentProblem {
  const { name, now, file, line } = found;
  return {
    code: 'agency-former-name',
    level: 'warning',
    file,
    line,
    message: `"${name}" is a former name; it is called ${now.map((one) => `"${one}"`).join(' or ')}.`,
    help: 'Use the present name, in a lesson with <Agency id="…" />. Where the past is meant: <Agency id="…" was="the former name" />.',
  };
}

/** Finds `was="…"` that is no former name of the agency. What it may be stands in agencies.yaml. */
export function checkPastNames(
  { file, marks }: LessonText,
  locale: Locale,
  agencies: readonly Written<Agency>[],
): ContentProblem[] {
  return marks.flatMap(({ name, attributes, line }): ContentProblem[] => {
    const agency = agencies.find(({ value }) => value.id === attributes['id'])?.value;
    const was = attributes['was'];
    if (name !== 'Agency' || !agency || !was) return [];
    const known = agency.former?.[locale] ?? [];
    if (known.includes(was)) return [];
    return [
      {
        code: 'agency-former-unknown',
        level: 'error',
        file,
        line,
        message: `"${was}" is not among the former names of "${agency.id}".`,
        help: `Known are: ${known.join(', ') || 'none'}. Correct it, or add it to agencies.yaml.`,
      },
    ];
  });
}
