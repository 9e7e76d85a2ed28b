import { itemsOf, type WithItems } from '#features/assessment/item.ts';
import type { Text } from '#kernel/text.ts';

export type QuestionAt = {
  readonly prompt: Text;
  /** `/courses/<course>/<lesson>#check-<item>`, without the language. */
  readonly path: string;
  /** What can be ticked; empty for questions of other types. */
  readonly choices: readonly {
    readonly id: string;
    readonly text: Text;
    readonly correct: boolean;
  }[];
};

/** The question an evidence source names, as it is today; null when it is no longer there. */
export function questionAt(app: WithItems, source: string): QuestionAt | null {
  const [course = '', lesson = '', id = ''] = source.replace(/^item:/, '').split('/');
  const item = itemsOf(app, course, lesson).find((one) => one.id === id);
  if (item === undefined) return null;
  const ticked = item.type === 'single' || item.type === 'multiple' ? item.choices : [];
  return {
    prompt: item.prompt,
    path: `/courses/${course}/${lesson}#check-${id}`,
    choices: ticked.map((choice) => ({
      id: choice.id,
      text: choice.text,
      correct: choice.correct === true,
    })),
  };
}
