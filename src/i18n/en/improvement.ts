import type { improvement as ko } from '../ko/improvement.ts';

export const improvement = {
  'improvement.title': 'What you will improve',
  'improvement.text':
    'Write down what you will really change because of what you learnt. Whatever is open stands on your own page with its day. Only you can read it.',
  'improvement.what': 'What will be done?',
  'improvement.what-hint':
    'For example: add a line to the emergency call list asking whether a home has a cool room.',
  'improvement.owner': 'Who does it?',
  'improvement.owner-hint':
    'Leave this empty if you do it yourself. Otherwise write a name or a unit; nobody is notified.',
  'improvement.by-me': 'by you',
  'improvement.by': 'by {owner}',
  'improvement.due-day': 'By when?',
  'improvement.add': 'Add this improvement',
  'improvement.save': 'Save the changes',
  'improvement.cancel': 'Go back without changes',
  'improvement.edit': 'Edit',
  'improvement.finish': 'Mark as done',
  'improvement.reopen': 'Open again',
  'improvement.remove': 'Remove',
  'improvement.restore': 'Undo removal',
  'improvement.about': '{act}: {what}',
  'improvement.removed': '“{what}” has been removed.',
  'improvement.stored': 'Saved.',
  'improvement.full': 'There is room for {max} improvements after one run.',
  'improvement.done-on': 'done on {day}',
  'improvement.overdue': '{n, plural, one {# day overdue} other {# days overdue}}',
  'improvement.due-today': 'due today',
  'improvement.due': '{n, plural, one {# day left} other {# days left}}',
  'improvement.until': 'due {day}',
  'improvement.open': 'What you will improve',
  'improvement.open-text': 'Written down after your scenario runs and not done yet.',
  'improvement.to-debrief': 'Debrief: {title}',

  'problem.improvement-empty': 'Please write what will be done.',
  'problem.improvement-day-missing': 'Please choose the day by which it will be done.',
  'problem.improvement-day-impossible':
    'Please choose a day between today and three years from now.',
  'problem.improvement-unknown':
    'There is no such improvement. Please choose one from the list below.',
  'problem.improvements-full':
    'There is room for {max} improvements after one run. Please edit one of those below.',
} as const satisfies Record<keyof typeof ko, string>;
