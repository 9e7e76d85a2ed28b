/** A text in both languages and where it stands in the value around it. */
export type Pair = { ko: string; en: string; path: PropertyKey[] };

/** Every text in two languages anywhere inside a value. */
export function pairsIn(value: unknown, path: PropertyKey[] = []): Pair[] {
  if (Array.isArray(value))
    return value.flatMap((member, index) => pairsIn(member, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  const here =
    'ko' in value && 'en' in value && typeof value.ko === 'string' && typeof value.en === 'string'
      ? [{ ko: value.ko, en: value.en, path }]
      : [];
  return [
    ...here,
    ...Object.entries(value).flatMap(([key, member]) => pairsIn(member, [...path, key])),
  ];
}
