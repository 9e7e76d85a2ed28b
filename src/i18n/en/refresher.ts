import type { refresher as korean } from '../ko/refresher.ts';

export const refresher = {
  'refresher.title': 'Refresher cards',
  'refresher.lead':
    'Deadlines, numbers to call, the order of steps: what must sit is asked again when it is about to be forgotten. Only if you wish, and never more than ten minutes a week.',
  'refresher.begin-title': 'Would you like refresher cards?',
  'refresher.begin-how':
    'Questions you have answered once in a lesson become cards if they are worth remembering. You can stop at any time; no course and no deadline depends on it. Answers count as evidence of what you can do.',
  'refresher.minutes': 'Time a week',
  'refresher.minutes-choice':
    '{n, plural, one {# minute} other {# minutes}} (up to {cards, plural, one {# card} other {# cards}})',
  'refresher.begin': 'Start',
  'refresher.change': 'Change the time',
  'refresher.end': 'Stop the cards',
  'refresher.end-how': 'Your answers so far are kept. If you start again, it goes on from there.',
  'refresher.settings': 'Settings',
  'refresher.due':
    '{n, plural, one {One card is} other {# cards are}} waiting: about {minutes, plural, one {a minute} other {# minutes}}.',
  'refresher.week': '{n, plural, =0 {No card} one {One card} other {# cards}} answered this week.',
  'refresher.known':
    'You have met {n, plural, one {one fact} other {# facts}} that can come back as cards.',
  'refresher.none-known':
    'There are no cards yet. Answer questions in lessons: those worth remembering become cards.',
  'refresher.none-due': 'No card is due. The next one comes on {day}.',
  'refresher.full': 'This week has had its minutes. The next cards come from Monday, {day}.',
  'refresher.card': 'Card',
  'refresher.from': 'Learned in: {lesson}',
  'refresher.sure': 'Did you know it?',
  'refresher.sure-yes': 'I knew it',
  'refresher.sure-no': 'I was not sure',
  'refresher.answer': 'Check the answer',
  'refresher.answered': 'The card you have just answered',
  'refresher.next': 'Next card',
  'refresher.my-due':
    '{n, plural, one {One refresher card is} other {# refresher cards are}} waiting ({minutes} min)',

  'problem.refresher-minutes': 'Choose five or ten minutes.',
  'problem.refresher-not-begun': 'You do not get refresher cards yet. Press Start first.',
  'problem.card-not-due':
    'This card has been answered already or is not due yet. Go on with the card below.',
  'problem.refresher-sure-missing': 'Say whether you knew it or were not sure.',
  'refresher.sets': 'The cards of each course',
  'refresher.sets-text':
    'You can take all cards of a course at once. Some may be about things you have not learned yet; the reason follows each answer. They never take more than the minutes you chose.',
  'refresher.set.about':
    'What is worth remembering of this course has been made into {n, plural, one {one card} other {# cards}}, asked again when you are about to forget.',
  'refresher.set.topics': 'What are they about?',
  'refresher.set.cards': '{n, plural, one {one card} other {# cards}}',
  'refresher.set.take': 'Take the {n, plural, one {card} other {# cards}}',
  'refresher.set.leave': 'Stop these cards',
  'refresher.set.taken': 'You get these cards. You have met {met} of {n}.',
  'refresher.set.met': '{n, plural, one {One card} other {# cards}}, of which you have met {met}.',
  'refresher.set.open': 'See your cards',
  'refresher.set.signed-out': 'Sign in to take them.',
  'refresher.set.of': 'Refresher cards: {course}',
  'refresher.set.author':
    'The {n, plural, one {card} other {# cards}} of this course with answers and reasons: the questions marked refresher: true in items.yaml.',
  'problem.set-unknown': 'That course has no cards. Choose one of the list.',
} as const satisfies Record<keyof typeof korean, string>;
