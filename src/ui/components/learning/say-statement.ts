import { itemsOf, type WithItems } from '#features/assessment/item.ts';
import type { WithQuestionSets } from '#features/assessment/question-set.ts';
import type { WithCatalogue } from '#features/catalogue/course.ts';
import type { Statement } from '#features/record/statement.ts';
import type { WithScenarios } from '#features/scenario/source.ts';
import type { Key, Translate } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';

type Content = WithCatalogue & WithItems & WithQuestionSets & WithScenarios;
type Telling = { readonly app: Content; readonly locale: Locale; readonly t: Translate };

/** What a person did, in one sentence; content that is gone is named by its id. */
export function sayStatement(telling: Telling, statement: Statement): string {
  const { t } = telling;
  const name = nameOf(telling, statement) ?? t('learning.record.gone', { id: statement.objectId });
  return t(keyOf(statement), { what: name });
}

function keyOf(statement: Statement): Key {
  if (statement.verb !== 'answered') return `learning.record.${statement.verb}`;
  const { correct, score } = statement.result;
  return `learning.record.answered-${correct ? 'right' : score > 0 ? 'partly' : 'wrong'}`;
}

function nameOf({ app, locale }: Telling, { objectType, objectId }: Statement): string | undefined {
  const [course = '', lesson = '', item = ''] = objectId.split('/');
  switch (objectType) {
    case 'course':
      return app.catalogue.course(course)?.title[locale];
    case 'lesson':
      return app.catalogue.lesson(course, lesson)?.words[locale].title;
    case 'item':
      return itemsOf(app, course, lesson).find(({ id }) => id === item)?.prompt[locale];
    case 'question-set':
      return app.questionSets.get(objectId)?.title[locale];
    case 'scenario':
      return app.scenarios.get(objectId)?.words[locale]['title']?.label;
  }
}
