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
  'reminder.step.overdue': 'The person is told on the day it becomes overdue.',
  'reminder.step.supervisor':
    'Whoever leads the unit is told once it is {n, plural, one {# working day} other {# working days}} overdue.',
  'reminder.step.administrator':
    'The administrators are told once it is {n, plural, one {# working day} other {# working days}} overdue.',
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

  'reminder.team.title': 'Required learning of my unit',
  'reminder.team.lead': 'What people in the unit you lead, and below it, have to finish.',
  'reminder.team.waiting':
    '{n, plural, one {# request} other {# requests}} for more time {n, plural, one {waits} other {wait}} for an answer.',
  'reminder.team.search': 'Name',
  'reminder.team.view': 'Show',
  'reminder.team.view.pressing': 'What presses ({n})',
  'reminder.team.view.unfinished': 'Unfinished ({n})',
  'reminder.team.view.all': 'Everything ({n})',
  'reminder.team.every-unit': 'Every unit',
  'reminder.team.found':
    '{n, plural, =0 {Nothing found.} one {# piece of required learning} other {# pieces of required learning}}',
  'reminder.team.table': 'Required learning of your people',
  'reminder.team.what': 'What',
  'reminder.team.private':
    'You see this only while you lead the unit. It shows neither answers nor competency levels.',
  'reminder.team.my': 'Required learning of my unit',
} as const satisfies Record<keyof typeof korean, string>;
