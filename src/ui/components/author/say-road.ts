import { conditionOf } from '#features/scenario/compile.ts';
import type { Condition } from '#features/scenario/condition.ts';
import type { Road } from '#features/scenario/map.ts';
import type { Words } from '#features/scenario/words.ts';
import type { Translate } from '#i18n/index.ts';

/** What is needed to say the names of a scenario in a language. */
export type Telling = { readonly t: Translate; readonly words: Words };

/** The name of a scene, an ending, a choice or an indicator; a fork has none but its id. */
export function nameOf({ words }: Telling, id: string): string {
  return words[id]?.label ?? id;
}

/** When a road is open, in words; null when it always is. */
export function sayWhen(telling: Telling, { when, isOtherwise }: Road): string | null {
  if (when !== null) {
    return telling.t('author.bench.only-when', { when: sayCondition(telling, when) });
  }
  return isOtherwise ? telling.t('author.bench.otherwise') : null;
}

/** A condition as a sentence a colleague can read. */
export function sayCondition(telling: Telling, text: string): string {
  return say(telling, conditionOf(text), 'outside');
}

function say(telling: Telling, condition: Condition, place: 'outside' | 'inside'): string {
  const { t } = telling;
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => say(telling, part, 'inside'));
      const joined = parts.join(` ${t(`author.bench.when.${condition.kind}`)} `);
      return place === 'inside' ? `(${joined})` : joined;
    }
    case 'not':
      return sayNot(telling, condition.of);
    case 'in': {
      const { region, state } = condition;
      return t('author.bench.when.in', { region, state });
    }
    case 'mark':
      return t('author.bench.when.mark', { mark: condition.mark });
    case 'compare': {
      const { sign, value } = condition;
      const name = nameOf(telling, `indicator.${condition.indicator}`);
      return t(`author.bench.when.${SIGNS[sign]}`, { name, value });
    }
  }
}

const SIGNS = { '>=': 'at-least', '<=': 'at-most', '>': 'above', '<': 'below' } as const;

function sayNot(telling: Telling, condition: Condition): string {
  const { t } = telling;
  if (condition.kind === 'mark') return t('author.bench.when.no-mark', { mark: condition.mark });
  if (condition.kind === 'in') {
    const { region, state } = condition;
    return t('author.bench.when.not-in', { region, state });
  }
  return t('author.bench.when.not', { condition: say(telling, condition, 'outside') });
}
