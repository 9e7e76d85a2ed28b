import type { Locale } from '#kernel/text.ts';
import type { ScenarioLogic } from './source.ts';
import type { Words } from './words.ts';

/** Messages that any scenario may use, in both languages, by id: `content/injects/`. */
export type Bank = Readonly<Record<Locale, Words>>;

export const NO_BANK: Bank = { ko: {}, en: {} };

/** The words of a scenario with those of the bank for every event it has no words of its own for. */
export function withBank(own: Words, bank: Words, logic: Pick<ScenarioLogic, 'world'>): Words {
  const borrowed = borrowedFrom(own, bank, logic).flatMap((inject) => {
    const section = bank[inject];
    return section === undefined ? [] : [[`inject.${inject}`, section] as const];
  });
  return { ...own, ...Object.fromEntries(borrowed) };
}

/** The events whose words come from the bank, by id. */
export function borrowedFrom(
  own: Words,
  bank: Words,
  { world }: Pick<ScenarioLogic, 'world'>,
): string[] {
  const beats = Object.values(world).flatMap(({ states }) => Object.values(states).flat());
  const injects = beats.flatMap(({ inject }) => (inject === undefined ? [] : [inject]));
  return [...new Set(injects)].filter(
    (inject) => !Object.hasOwn(own, `inject.${inject}`) && Object.hasOwn(bank, inject),
  );
}
