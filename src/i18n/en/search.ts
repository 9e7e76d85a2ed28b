import type { search as korean } from '../ko/search.ts';

export const search = {
  'search.title': 'Search',
  'search.lead':
    'Lessons, terms, cases, scenarios and competencies in one place. You need no account.',
  'search.label': 'What are you looking for?',
  'search.hint': 'Korean terms work too. For example: cooling shelter, SROI, budget proposal',
  'search.go': 'Search',
  'search.found': '{n, plural, one {# match} other {# matches}} for “{query}”.',
  'search.partial':
    'Nothing has all the words of “{query}”. {n, plural, one {# match has} other {# matches have}} some of them.',
  'search.none': 'Nothing matches “{query}”.',
  'search.none-help': 'Try a shorter word, or choose from these.',
  'search.kinds': 'Narrow by kind',
  'search.kind.all': 'All {n}',
  'search.kind.term': 'Terms {n}',
  'search.kind.lesson': 'Lessons {n}',
  'search.kind.course': 'Courses {n}',
  'search.kind.scenario': 'Scenarios {n}',
  'search.kind.case': 'Cases {n}',
  'search.kind.competency': 'Competencies {n}',
  'search.is.term': 'Term',
  'search.is.lesson': 'Lesson',
  'search.is.course': 'Course',
  'search.is.scenario': 'Scenario',
  'search.is.case': 'Case',
  'search.is.competency': 'Competency',
} as const satisfies Record<keyof typeof korean, string>;
