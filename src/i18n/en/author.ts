import type { author as korean } from '../ko/author.ts';

export const author = {
  'author.title': 'Content',
  'author.lead': 'What courses and scenarios hold at the moment, and where to look first.',
  'author.courses': 'Courses and lessons',
  'author.courses-caption': 'Questions and evidence in each lesson',
  'author.lesson': 'Lesson',
  'author.minutes': 'Length',
  'author.questions': 'Questions',
  'author.facts': 'Facts',
  'author.sources': 'Sources',
  'author.figures': 'Figures',
  'author.oldest': 'Facts checked longest ago',
  'author.oldest-rule':
    'The {n, plural, one {# fact} other {# facts}} whose check lies furthest back. Those with a single source are marked.',
  'author.fact': 'Fact',
  'author.checked': 'Checked on',
  'author.single-source': 'single source',
  'author.coverage': 'Where competencies can be shown',
  'author.coverage-caption': 'Questions and scenarios for each competency',
  'author.competency': 'Competency',
  'author.scenarios': 'Scenarios',
  'author.gap': 'none yet',
  'author.how':
    'To change something, look into the content folder of the repository. npm run check:content names every problem with its place and its cure.',
} as const satisfies Record<keyof typeof korean, string>;
