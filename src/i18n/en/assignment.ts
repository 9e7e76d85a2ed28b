import type { assignment as korean } from '../ko/assignment.ts';

export const assignment = {
  'assignment.required': 'Required for you',
  'assignment.none': 'No course is required of you at the moment.',
  'assignment.status.not-open': 'Opens on {day}',
  'assignment.status.open': 'Due {day}',
  'assignment.status.due-soon': '{n, plural, =0 {Due today} one {# day left} other {# days left}}',
  'assignment.status.overdue': '{n, plural, one {# day overdue} other {# days overdue}}',
  'assignment.status.paused': 'The clock stands still while you are away',
  'assignment.status.done': 'Finished',
  'assignment.why-set': 'It is due on {day}. {reason}',
  'assignment.why-moved':
    'It was first due on {set}; {n, plural, one {# day} other {# days}} of {kinds} moved it to {day}. {reason}',
  'assignment.kind.leave': 'leave',
  'assignment.kind.secondment': 'secondment',
  'assignment.kind.crisis-duty': 'crisis duty',
  'assignment.today': 'Today',
  'assignment.today-clear': 'Nothing is urgent. You can go on where you left off.',
  'assignment.today-overdue':
    '{n, plural, one {# course is overdue} other {# courses are overdue}}. Finished late, it still goes into your record.',
  'assignment.today-soon':
    '{n, plural, one {# course is} other {# courses are}} due within a week.',
  'assignment.today-new': 'You have not begun a course yet. Choose one that interests you.',
  'assignment.hello': 'Hello, {name}',
  'assignment.continue': 'Continue where you left off',
  'assignment.continue-at': 'Next: {title}',
  'assignment.continue-none': 'You have no course under way.',
  'assignment.start': 'Start the course',
  'assignment.open-course': 'Open the course',
  'assignment.percent': '{percent}% done',
  'assignment.finished': 'Finished courses',
  'assignment.finished-none': 'None yet.',
  'assignment.finished-on': 'Finished on {day}',
  'assignment.why': 'Why this status?',
  'assignment.suggest': 'Courses you may like',
} as const satisfies Record<keyof typeof korean, string>;
