import type { Framework } from '#features/competency/framework.ts';

const text = { ko: '글', en: 'text' };
const levels = { 1: text, 2: text, 3: text, 4: text };

/** A framework of one domain that has these competencies. */
export function smallFramework(ids: readonly string[]): Framework {
  const level = { ...text, rule: text };
  return {
    version: 1,
    levels: { 1: level, 2: level, 3: level, 4: level },
    areas: { V: 'social-value' },
    domains: [
      {
        id: 'D1',
        slug: 'd',
        name: text,
        competencies: ids.map((id) => ({
          id,
          areas: ['V'],
          name: { ko: `${id} 역량`, en: `Competency ${id}` },
          officials: levels,
          residents: levels,
        })),
      },
    ],
  };
}
