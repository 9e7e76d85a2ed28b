import type { Text } from '#kernel/text.ts';

export type DemoUnit = { readonly key: string; readonly under: string | null; readonly name: Text };

/** The fictional city of the demonstration; every unit after the one it stands under. */
export const UNITS = [
  unit('city', null, '한빛시', 'Hanbit City'),
  unit('welfare', 'city', '복지국', 'Welfare Bureau'),
  unit('care', 'welfare', '통합돌봄팀', 'Integrated Care Team'),
  unit('benefits', 'welfare', '급여지원팀', 'Benefits Team'),
  unit('safety', 'city', '시민안전국', 'Public Safety Bureau'),
  unit('response', 'safety', '재난대응팀', 'Disaster Response Team'),
  unit('facilities', 'safety', '시설안전팀', 'Facility Safety Team'),
  unit('digital', 'city', '디지털행정국', 'Digital Services Bureau'),
  unit('counter', 'digital', '민원창구팀', 'Counter Services Team'),
  unit('systems', 'digital', '정보시스템팀', 'Information Systems Team'),
] as const;

/** Who leads which unit since how many days ago. The care team has no leader: the bureau's is next for its people. */
export const LEADERS: readonly { unit: UnitKey; by: readonly string[]; since: number }[] = [
  { unit: 'city', by: ['jun'], since: 70 },
  { unit: 'welfare', by: ['sora'], since: 70 },
  { unit: 'benefits', by: ['eunji'], since: 70 },
  { unit: 'benefits', by: ['hyunwoo'], since: 20 },
  { unit: 'safety', by: ['taekyung'], since: 70 },
  { unit: 'response', by: ['junho', 'yerin'], since: 65 },
  { unit: 'facilities', by: ['donghyun'], since: 70 },
  { unit: 'counter', by: ['kyungho'], since: 70 },
  { unit: 'systems', by: ['dahye'], since: 70 },
];

export type UnitKey = (typeof UNITS)[number]['key'];

function unit<Key extends string>(key: Key, under: string | null, ko: string, en: string) {
  return { key, under, name: { ko, en } } as const;
}
