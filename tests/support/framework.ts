import type { Framework } from '#features/competency/framework.ts';

const text = (words: string) => ({ ko: words, en: words });
const level = { ...text('level'), rule: text('rule') };

/** A framework of one domain whose competencies read alike but for their ids; `words` is what all of them say. */
export function frameworkOf(ids: readonly string[], words = 'does it', version = 1): Framework {
  const said = text(words);
  const levels = { 1: said, 2: said, 3: said, 4: said };
  return {
    version,
    levels: { 1: level, 2: level, 3: level, 4: level },
    areas: { V: 'social-value' },
    domains: [
      {
        id: 'D1',
        slug: 'd',
        name: text('domain'),
        competencies: ids.map((id) => ({
          id,
          areas: ['V'],
          name: text(id),
          officials: levels,
          residents: levels,
        })),
      },
    ],
  };
}
