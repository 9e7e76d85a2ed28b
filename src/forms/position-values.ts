import type { Audience } from '#features/catalogue/course.ts';
import { type Framework, findCompetency } from '#features/competency/framework.ts';
import {
  ACTIVITIES_MAX,
  type Activity,
  isAudience,
  type PositionBody,
  positionSchema,
  TARGETS_MAX,
} from '#features/position/position.ts';
import type { Problem } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';

const NAME_MAX = 80;
const SENTENCE_MAX = 300;

/** A position as it stands in its form: what was typed, not yet sound. */
export type PositionValues = {
  readonly audience: Audience;
  readonly name: Text;
  readonly summary: Text;
  readonly activities: readonly ActivityValues[];
  readonly why: string;
};
export type ActivityValues = { readonly does: Text; readonly targets: readonly TargetValues[] };
export type TargetValues = { readonly competency: string; readonly level: string };

const NO_TEXT: Text = { ko: '', en: '' };
const NO_TARGET: TargetValues = { competency: '', level: '' };

/** The form of a position as it is, or of one that is yet to be written, with room for one activity more. */
export function valuesOf(body: PositionBody | null): PositionValues {
  if (body === null) {
    const activities = [withRoom({ does: NO_TEXT, targets: [] })];
    return { audience: 'official', name: NO_TEXT, summary: NO_TEXT, activities, why: '' };
  }
  const activities = body.activities.map(({ does, targets }) => ({
    does,
    targets: Object.entries(targets).map(([competency, level]) => ({
      competency,
      level: String(level),
    })),
  }));
  const { audience, name, summary } = body;
  return withMore({ audience, name, summary, activities, why: '' });
}

/** The same form with an empty activity at its end and an empty target in each activity, as far as there may be more. */
export function withMore(values: PositionValues): PositionValues {
  const written = values.activities.filter((activity) => !isEmpty(activity));
  const all =
    written.length < ACTIVITIES_MAX ? [...written, { does: NO_TEXT, targets: [] }] : written;
  return { ...values, activities: all.map(withRoom) };
}

/** What was typed, by the names of the fields: `name.ko`, `activity.0.en`, `activity.0.target.1.level`. */
export function readValues(form: FormData): PositionValues {
  const field = (name: string) => {
    const typed = form.get(name);
    return typeof typed === 'string' ? typed : '';
  };
  const text = (name: string) => ({ ko: field(`${name}.ko`), en: field(`${name}.en`) });
  const audience = field('audience');
  const activities = Array.from({ length: ACTIVITIES_MAX }, (_, at) => ({
    does: text(`activity.${at}`),
    targets: Array.from({ length: TARGETS_MAX }, (_none, n) => ({
      competency: field(`activity.${at}.target.${n}.competency`),
      level: field(`activity.${at}.target.${n}.level`),
    })),
  }));
  const sent = activities.findLastIndex((_, at) => form.has(`activity.${at}.ko`));
  return {
    audience: isAudience(audience) ? audience : 'official',
    name: text('name'),
    summary: text('summary'),
    activities: activities.slice(0, sent + 1),
    why: field('why'),
  };
}

type Read = { ok: true; value: PositionBody } | { ok: false; problems: readonly Problem[] };

/** What was typed as a position that may be stored, or every problem it has, each at its field. */
export function readBodyOf(values: PositionValues, framework: Framework): Read {
  const problems: Problem[] = [
    ...checkText(values.name, 'name', NAME_MAX),
    ...checkText(values.summary, 'summary', SENTENCE_MAX),
    ...values.activities.flatMap((activity, at) => checkActivity(activity, at, framework)),
  ];
  const activities = values.activities.filter((activity) => !isEmpty(activity)).map(toActivity);
  const first = activities[0];
  if (first === undefined) {
    problems.push({ code: 'position-activity-required', field: 'activity.0.ko' });
  } else if (activities.every(({ targets }) => Object.keys(targets).length === 0)) {
    problems.push({
      code: 'position-target-required',
      field: 'activity.0.target.0.competency',
    });
  }
  if (problems.length > 0) return { ok: false, problems };
  const { audience, name, summary } = values;
  const body = { audience, name: trimmed(name), summary: trimmed(summary), activities };
  return { ok: true, value: positionSchema.parse(body) };
}

function checkText(text: Text, field: string, max: number): Problem[] {
  const { ko, en } = trimmed(text);
  const empty = ko === '' ? 'ko' : en === '' ? 'en' : null;
  if (empty) return [{ code: 'position-text-required', field: `${field}.${empty}` }];
  const long = [...ko].length > max ? 'ko' : [...en].length > max ? 'en' : null;
  return long ? [{ code: 'position-text-long', field: `${field}.${long}`, values: { max } }] : [];
}

function checkActivity(activity: ActivityValues, at: number, framework: Framework): Problem[] {
  if (isEmpty(activity)) return [];
  const { does, targets } = activity;
  const field = `activity.${at}`;
  return [
    ...checkText(does, field, SENTENCE_MAX),
    ...targets.flatMap(({ competency, level }, n): Problem[] => {
      const place = `${field}.target.${n}`;
      if (competency === '' && level === '') return [];
      const isKnown = findCompetency(framework, competency) !== undefined;
      if (!isKnown || !/^[1-4]$/.test(level)) {
        const part = isKnown ? 'level' : 'competency';
        return [{ code: 'position-target-incomplete', field: `${place}.${part}` }];
      }
      const first = targets.findIndex((other) => other.competency === competency);
      return first === n ? [] : [{ code: 'position-target-twice', field: `${place}.competency` }];
    }),
  ];
}

function toActivity({ does, targets }: ActivityValues): Activity {
  const chosen = targets.filter(({ competency }) => competency !== '');
  return {
    does: trimmed(does),
    targets: Object.fromEntries(chosen.map(({ competency, level }) => [competency, Number(level)])),
  };
}

function withRoom({ does, targets }: ActivityValues): ActivityValues {
  const chosen = targets.filter(({ competency, level }) => competency !== '' || level !== '');
  const room = chosen.length < TARGETS_MAX ? [NO_TARGET] : [];
  return { does, targets: [...chosen, ...room] };
}

/** Without words in either language the activity is to be left out, and its targets with it. */
function isEmpty({ does }: ActivityValues): boolean {
  const { ko, en } = trimmed(does);
  return ko === '' && en === '';
}

function trimmed({ ko, en }: Text): Text {
  return { ko: fold(ko), en: fold(en) };
}

const fold = (typed: string) => typed.normalize('NFC').trim().replace(/\s+/gu, ' ');
