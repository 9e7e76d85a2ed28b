import type { assessment as ko } from '../ko/assessment.ts';

export const assessment = {
  'assessment.question': 'Question {n}',
  'assessment.how.single': 'Choose one.',
  'assessment.how.multiple': 'Choose all that are right.',
  'assessment.how.order': 'Choose the place of each part.',
  'assessment.how.match':
    'Choose what belongs to each. You may choose the same thing more than once.',
  'assessment.how.number': 'Write a number. You may write it with commas, such as 1,234.',
  'assessment.place': '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
  'assessment.choose': 'Choose',
  'assessment.number': 'Your answer',
  'assessment.number-unit': 'Your answer ({unit})',
  'assessment.check': 'Check my answer',
  'assessment.check-again': 'Check again',
  'assessment.signed-out': 'To have it checked you will be asked to sign in. Your answer is kept.',
  'assessment.right': 'That is right',
  'assessment.partly': 'Partly right',
  'assessment.wrong': 'Not yet',
  'assessment.attempt': 'Answer {n}, {when}',
  'assessment.best-kept': 'You got it right before, so it still counts as right.',
  'assessment.again': 'You may answer again; earlier answers stay on record.',
  'assessment.remark.right': 'right',
  'assessment.remark.wrong': 'wrong',
  'assessment.your-answer': 'Your answer',
  'assessment.rationale': 'Why',
  'assessment.optional':
    'Added after you started the course, so it does not count for completing it.',

  'problem.answer-choice-missing': 'Nothing is chosen. Please choose and press the button again.',
  'problem.answer-one-choice': 'This question takes one answer only.',
  'problem.answer-place-missing':
    'A part has no place yet. Please choose a place for each of them.',
  'problem.answer-place-twice':
    'You chose the {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} place twice. Each place takes one part.',
  'problem.answer-pair-missing': 'Something has no match yet. Please choose one for each.',
  'problem.answer-number-missing':
    'The answer is empty. Please write a number and press the button again.',
  'problem.answer-number-unreadable':
    'That cannot be read as a number. Please write it like 1234 or 1,234.5.',
  'problem.answer-changed':
    'The question has changed since you opened the page. Please look at it again below and answer it.',
  'problem.item-unknown':
    'This lesson has no such question. If it was taken out of the course, you lose nothing by that.',
  'assessment.final': 'Final assessment',
  'assessment.final.lead':
    '{n, plural, one {# question} other {# questions}} drawn evenly from the whole course, one at a time. At the end you see how it went in each lesson, and why.',
  'assessment.final.card':
    '{n, plural, one {# question} other {# questions}} from the whole course to see what you have kept. Completing the course does not depend on it. Each can be answered once, and counts as evidence of your competencies.',
  'assessment.final.place': 'Question {n} of {total}',
  'assessment.final.begin': 'Start the final assessment',
  'assessment.final.go-on': 'Go on with it',
  'assessment.final.see': 'See the result',
  'assessment.final.next': 'Save, next question',
  'assessment.final.finish': 'Save and see the result',
  'assessment.final.later': 'Go on later',
  'assessment.final.kept':
    'Each answer is saved when you send it. You can leave and go on whenever you like.',
  'assessment.final.result': 'Result',
  'assessment.final.score': '{correct} of {total} right',
  'assessment.final.by-lesson': 'Lesson by lesson',
  'assessment.final.right': 'Right answers',
  'assessment.final.read-again': 'worth reading again',
  'assessment.final.questions': 'Questions and reasons',
  'assessment.final.again': 'Take it once more',
  'assessment.final.again-hint': 'Next time, questions you have not had yet are drawn first.',
  'assessment.final.attempts': 'Finished so far',
  'assessment.final.attempt': 'No. {n}: {correct} of {total} right, {when}',
  'assessment.set.rules': 'How it works',
  'assessment.set.rules-again': 'The rules for another try',
  'assessment.set.size':
    '{n, plural, one {# question} other {# questions}}; about {minutes, plural, one {# minute} other {# minutes}} without hurry. You are not timed.',
  'assessment.set.mark': 'You pass with {needed} of {total} right.',
  'assessment.set.tries':
    '{days, plural, =0 {You may try again at once.} one {You may try again one day after you finish.} other {You may try again {days} days after you finish.}} Up to {most, plural, one {one try} other {{most} tries}} in {inDays, plural, one {one day} other {{inDays} days}}.',
  'assessment.set.seen':
    'Everybody gets other questions, and other ones each time. Those you have met least come first.',
  'assessment.set.cost':
    'Not passing costs you nothing: the answers do not count in any course. They are kept as evidence of your competencies only.',
  'assessment.set.begin': 'Start',
  'assessment.set.opens': 'You can try again from {when}.',
  'assessment.set.passed': 'You passed.',
  'assessment.set.passed-word': 'passed',
  'assessment.set.passed-hint': 'That you passed stays on your record.',
  'assessment.set.missed': 'You did not pass this time.',
  'assessment.set.missed-hint':
    'It takes {n} right answers. Below you see how it went in each lesson, and why.',
  'assessment.set.attempts': 'Your tries so far',
  'problem.set-too-early': 'It is too early for another try. Please come back at the time shown.',
  'problem.final-not-asked':
    'This question was answered already or is not part of this attempt. Please go on with the one below.',
} as const satisfies Record<keyof typeof ko, string>;
