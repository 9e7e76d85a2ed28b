import type { reminder as korean } from '../ko/reminder.ts';

export const reminder = {
  'reminder.ladder.title': 'Reminders',
  'reminder.ladder.quiet':
    'Nobody is reminded between 20:00 and 08:00, at weekends or on public holidays, nor while the clock stands still for leave or crisis duty.',
  'reminder.step.opened': 'The person is told on the day it opens.',
  'reminder.step.due-soon':
    'The person is told {n, plural, one {# working day} other {# working days}} before it is due.',
  'reminder.step.in-grace':
    'Where there are days of grace, the person is told on the day after it was due.',
  'reminder.step.overdue': 'The person is told on the day after the last day of grace.',
  'reminder.step.supervisor':
    'Whoever leads the unit is told {n, plural, one {# working day} other {# working days}} after the last day of grace.',
  'reminder.step.administrator':
    'The administrators are told {n, plural, one {# working day} other {# working days}} after the last day of grace.',
  'reminder.step.expiring':
    'The person is told {n, plural, one {# working day} other {# working days}} before what was done expires.',
  'reminder.step.expired': 'The person is told on the day after it has expired.',
  'reminder.days.text':
    'If it stays unfinished, these people are told on these days. When it is finished or a date changes, this changes too.',

  'reminder.form.title': 'Reminders',
  'reminder.form.text': 'When whom to tell, in working days. Everybody can read what stands here.',
  'reminder.form.before': 'The person, so many days before it is due',
  'reminder.form.before-hint': 'Up to four numbers, separated by commas, such as 10, 3',
  'reminder.form.supervisor': 'Whoever leads the unit, so many days after',
  'reminder.form.supervisor-hint': 'Leave empty to tell nobody.',
  'reminder.form.administrator': 'The administrators, so many days after',
  'reminder.form.administrator-hint': 'Leave empty to tell nobody.',
  'reminder.form.expiry': 'The person, so many days before it expires',
  'reminder.form.expiry-hint': 'Up to four numbers, separated by commas, such as 20',
  'problem.reminder-days':
    'Write up to {times} numbers of working days from 1 to {days}, separated by commas.',

  'reminder.mail.title': 'Reminders by mail',
  'reminder.mail.text':
    'When there is learning to see to, one mail names all of it. None is sent at night or on days off.',
  'reminder.mail.no-address':
    'You have left no e-mail address, so no mail is sent. Everything is among your notices.',
  'reminder.mail.legend': 'How often',
  'reminder.mail.choice.daily': 'One mail on each day with news',
  'reminder.mail.choice.weekly': 'One mail a week at most',
  'reminder.mail.choice.off': 'No mail, notices only',
  'reminder.mail.always':
    'Notices cannot be turned off. Links for a new password and answers to what you asked always come by mail.',
  'reminder.mail.inbox': 'Your notices',
} as const satisfies Record<keyof typeof korean, string>;
