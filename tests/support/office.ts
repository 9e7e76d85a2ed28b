import type { Care, WithCare } from '#features/competency/care.ts';
import type { NewEvidence } from '#features/competency/evidence.ts';
import type { Framework, WithFramework } from '#features/competency/framework.ts';
import {
  type ObservationForm,
  observationFormsOf,
  type WithObservationForms,
} from '#features/competency/observation-form.ts';
import { addEvidence } from '#features/competency/service.ts';
import type { Actor, Role } from '#kernel/rights.ts';
import { TEST_NOW, type TestApp, testApp, testId } from './app.ts';
import { addPerson } from './people.ts';

export type OfficeApp = TestApp & WithFramework & WithObservationForms & WithCare;

const text = { ko: '글', en: 'text' };
const levels = { 1: text, 2: text, 3: text, 4: text };
const level = { ...text, rule: text };
const competency = (id: string) => ({
  id,
  areas: ['V'],
  name: text,
  officials: levels,
  residents: levels,
});

/** C1.1 and C1.2 count by the rule alone; C1.3 only once somebody has signed. */
const FRAMEWORK: Framework = {
  version: 7,
  levels: { 1: level, 2: level, 3: level, 4: level },
  areas: { V: 'social-value' },
  domains: [
    {
      id: 'D1',
      slug: 'd',
      name: text,
      competencies: [
        competency('C1.1'),
        competency('C1.2'),
        { ...competency('C1.3'), signature: true },
      ],
    },
  ],
};

const seen = { 0: text, 1: text, 2: text, 3: text, 4: text };
export const COUNTER: ObservationForm = {
  id: 'counter',
  audience: 'official',
  title: text,
  setting: text,
  minutes: 20,
  rubric: [
    { competency: 'C1.1', seen },
    { competency: 'C1.2', seen },
  ],
};

/** Anna and Bora learn with the trainers Sora and Mina; Cheolsu learns alone; Tae trains others; Jun administers. */
const PEOPLE: Readonly<Record<string, readonly Role[]>> = {
  anna: ['civil-servant'],
  bora: ['resident'],
  cheolsu: ['resident'],
  sora: ['trainer'],
  mina: ['trainer'],
  tae: ['trainer'],
  jun: ['administrator'],
  hana: ['administrator'],
};
const names = Object.keys(PEOPLE);
export const idOf = (name: string): string => testId(900_000 + names.indexOf(name));
export const as = (name: string): Actor => ({ personId: idOf(name), roles: PEOPLE[name] ?? [] });

const GROUP = ['anna', 'bora'].map(idOf);
const TRAINERS = ['sora', 'mina'].map(idOf);
const CARE: Care = {
  trainersOf: async (personId) => (GROUP.includes(personId) ? TRAINERS : []),
  inCareOf: async ({ personId, roles }) => {
    if (roles.includes('administrator')) return 'everybody';
    return TRAINERS.includes(personId) ? GROUP : [];
  },
  peersOf: async (personId) => GROUP.filter((id) => GROUP.includes(personId) && id !== personId),
};

export async function officeApp(): Promise<OfficeApp> {
  const app = await testApp();
  for (const [login, roles] of Object.entries(PEOPLE)) {
    const email = login === 'cheolsu' ? null : `${login}@example.org`;
    const locale = login === 'hana' ? 'en' : 'ko';
    await addPerson(app, { id: idOf(login), login, name: `${login}!`, roles, email, locale });
  }
  const observationForms = observationFormsOf([COUNTER]);
  return { ...app, framework: FRAMEWORK, observationForms, care: CARE };
}

/** An answer to a question of its own, Anna's in C1.1 today unless told otherwise. */
export function answered(id: string, rest: Partial<NewEvidence> = {}): NewEvidence {
  return {
    id,
    personId: idOf('anna'),
    competency: 'C1.1',
    shown: { v: 1, kind: 'question', correct: true, difficulty: 0, options: 4 },
    source: `item:civics/first/${id}`,
    runId: null,
    occurredAt: TEST_NOW,
    ...rest,
  };
}

export const keep = (app: OfficeApp, ...pieces: NewEvidence[]): Promise<void> =>
  app.db.write((tx) => addEvidence(tx, app, pieces));

/** Two sorts of evidence that together carry a level. */
export function convincing(personId: string, competencyId: string): NewEvidence[] {
  const rest = { personId, competency: competencyId };
  const answers = Array.from({ length: 4 }, (_, at) =>
    answered(`${personId}/${competencyId}/${at}`, rest),
  );
  const watched = ['one', 'two'].map((day) =>
    answered(`${personId}/${competencyId}/${day}`, {
      ...rest,
      shown: { v: 1, kind: 'observation', level: 3, raterId: idOf('sora'), form: 'counter' },
      source: `observation:${day}`,
      runId: day,
    }),
  );
  return [...answers, ...watched];
}
