import type { Locale } from '#kernel/text.ts';
import { FIELDS } from './fields.ts';
import type { ImportKind } from './import.ts';

/** What files of a kind may say, by field; people of the demonstration, so that the samples work there. */
const LINES: Readonly<Record<ImportKind, readonly Readonly<Record<string, string>>[]>> = {
  records: [
    {
      login: 'haneul',
      name: '김하늘',
      competency: 'C1.2',
      level: '3',
      day: '2026-05-14',
      system: '한빛인재원',
      remark: '쉬운 안내문 쓰기',
      hours: '7',
    },
    {
      login: 'nari',
      name: '문나리',
      competency: 'C5.2',
      score: '85',
      day: '2026-06-02',
      system: '한빛인재원',
      remark: '폭염 대응 기본',
      hours: '3.5',
    },
    {
      email: 'newcomer@hanbit.example',
      name: '유가은',
      competency: 'C1.1',
      level: '1',
      day: '2026.07.01',
      system: 'City Academy',
      remark: 'Welcome course',
    },
  ],
  people: [
    {
      login: 'haneul',
      name: '김하늘',
      unit: '한빛시/복지국/통합돌봄팀',
      grade: '7급',
    },
    {
      login: 'gaeun',
      email: 'gaeun.yoo@hanbit.example',
      name: '유가은',
      unit: '한빛시/복지국/통합돌봄팀',
      grade: '9급',
      joined: '2026-11-02',
    },
  ],
};

/** A table to fill in: its column names in one language, then a few lines. */
export function sampleOf(kind: ImportKind, locale: Locale): readonly (readonly string[])[] {
  const fields = FIELDS[kind];
  const at = locale === 'en' ? 0 : 1;
  return [
    fields.map(({ words }) => words[at] ?? ''),
    ...LINES[kind].map((line) => fields.map(({ field }) => line[field] ?? '')),
  ];
}
