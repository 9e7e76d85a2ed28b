import type { inbox as korean } from '../ko/inbox.ts';

export const inbox = {
  'inbox.title': 'Notices',
  'inbox.lead':
    'What has happened that concerns you. It is all here, whether or not you have an e-mail address.',
  'inbox.head': 'Notices',
  'inbox.head-label': '{n, plural, =0 {Notices} other {Notices, # unread}}',
  'inbox.all': 'All',
  'inbox.unread-only': 'Unread',
  'inbox.which': 'Show',
  'inbox.new': 'New',
  'inbox.read': 'Read',
  'inbox.none': 'There are no notices yet. They appear here as soon as there is news for you.',
  'inbox.none-unread': 'You have read every notice.',
  'inbox.open': 'Open',
  'inbox.mark-read': 'Mark as read',
  'inbox.mark-unread': 'Mark as unread',
  'inbox.mark-of': '{act}: {about}',
  'inbox.mark-all': 'Mark all as read',
  'inbox.done.read': 'Marked as read.',
  'inbox.done.unread': 'Marked as unread.',
  'inbox.done.all': 'All marked as read.',
  'inbox.someone': 'Somebody whose name is gone',
  'inbox.something': 'training that is gone',

  'inbox.said.credential-revoked': 'One of your certificates is no longer valid.',
  'inbox.because.credential-revoked':
    'You are told because the issuer made it invalid. The reason stands on the certificate.',
  'inbox.object.credential-revoked': 'See under certificates whether you can get a new one',
  'inbox.said.claim-decided': 'Your prior learning has been reviewed.',
  'inbox.because.claim-decided': 'You are told because you handed it in on {day}.',
  'inbox.object.claim-decided': 'If you see it differently, hand in other material',
  'inbox.said.challenge-passed-on': 'A challenge needs somebody to answer it.',
  'inbox.because.challenge-passed-on':
    'You are told because administrators answer challenges that have no trainer, got no answer for 14 days, or were made again after an answer.',
  'inbox.said.challenge-answered': 'There is an answer to your challenge.',
  'inbox.because.challenge-answered':
    'You are told because you challenged a piece of evidence about you.',
  'inbox.object.challenge-answered': 'If you cannot accept it, ask again',
  'inbox.said.observed': '{by} has written down what they saw of you at work.',
  'inbox.because.observed': 'You are always told who records something about you.',
  'inbox.object.observed': 'If you see it differently, challenge it',
  'inbox.said.peer-asked': '{by} asks what you have seen of their work.',
  'inbox.because.peer-asked': 'You are told because {by} named you as a peer. You may decline.',
  'inbox.said.extension-asked': '{by} asks to have until {until} for “{programme}”.',
  'inbox.because.extension-asked': 'You are told because you may answer {by}.',
  'inbox.said.extension-passed-on':
    'Nobody has answered {by}, who asks for more time for “{programme}”.',
  'inbox.because.extension-passed-on':
    'You are told because requests without an answer for five business days come to the administrators.',
  'inbox.said.extension-answered':
    '{outcome, select, granted {You have until {until} for “{programme}”.} other {Your request for more time for “{programme}” was refused.}}',
  'inbox.because.extension-answered': 'You are told because you asked for more time.',
  'inbox.object.extension-answered': 'If things have changed, ask again',
  'inbox.said.reminder.opened': '“{programme}” is open to you.',
  'inbox.said.reminder.due-soon': '“{programme}” is due on {day}.',
  'inbox.said.reminder.in-grace':
    '“{programme}” was due on {day}. You can still finish it within the days of grace.',
  'inbox.said.reminder.overdue': '“{programme}” was due on {day} and is overdue.',
  'inbox.said.reminder.expiring': 'What you did for “{programme}” is valid until {day}.',
  'inbox.said.reminder.expired':
    'What you did for “{programme}” was valid until {day} and has expired.',
  'inbox.because.reminder.opened': 'You are told because you can take it from {day} on.',
  'inbox.because.reminder.due-soon':
    'You are reminded {days, plural, one {# working day} other {# working days}} before the date, as published.',
  'inbox.because.reminder.in-grace': 'You are reminded on the day after the date, as published.',
  'inbox.because.reminder.overdue':
    'You are reminded on the day after the last day of grace, as published.',
  'inbox.because.reminder.expiring':
    'You are reminded {days, plural, one {# working day} other {# working days}} before it expires, as published.',
  'inbox.because.reminder.expired': 'You are reminded on the day after it expired, as published.',
  'inbox.object.reminder': 'If you need more time or the date is wrong',
  'inbox.said.people-late':
    '{level, select, supervisor {{n, plural, one {# person} other {# people}} in the unit you lead {n, plural, one {has} other {have}} overdue learning.} other {{n, plural, one {# person has} other {# people have}} been overdue for long.}}',
  'inbox.because.people-late':
    '{level, select, supervisor {Each programme says after how many days overdue whoever leads the unit is told.} other {Each programme says after how many days overdue the administrators are told; they also hear of people whose unit nobody leads.}}',
} as const satisfies Record<keyof typeof korean, string>;
