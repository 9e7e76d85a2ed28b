import type { learning as ko } from '../ko/learning.ts';

export const learning = {
  'learning.courses': 'Courses',
  'learning.courses.lead':
    'Everybody may read the lessons. To answer questions and keep your progress you need an account; an e-mail address is not needed.',
  'learning.courses.official': 'For public officials',
  'learning.courses.resident': 'For residents',
  'learning.courses.filter': 'Choose by subject',
  'learning.courses.all': 'All subjects',
  'learning.courses.none': 'There is no course on this subject yet.',
  'learning.percent': '{percent}% done',
  'learning.percent-of': '{course}: {percent}% done',

  'learning.state.not-started': 'Not started',
  'learning.state.in-progress': 'In progress',
  'learning.state.complete': 'Complete',
  'learning.step.not-started': 'Not started',
  'learning.step.in-progress': 'Begun',
  'learning.step.done': 'Done',
  'learning.step.withdrawn': 'No longer part of the course, so it counts as done',
  'learning.step.optional': 'Added after you started, so it is up to you',
  'learning.step.gone': 'A step that no longer exists',

  'learning.outline': 'In this course',
  'learning.outline.here': 'You are here',
  'learning.outcomes': 'What you will be able to do',
  'learning.steps': 'The way through',
  'learning.rule': 'What completing it takes',
  'learning.rule.text':
    'Mark every lesson as read, answer every question at least once, play the scenarios to an end, and get at least {needed} of the {total} questions right. If you answer a question more than once, your best answer counts.',
  'learning.rule.no-questions': 'Mark every lesson as read and play the scenarios to an end.',
  'learning.lesson': 'Lesson',
  'learning.scenario': 'Scenario',
  'learning.questions': '{n, plural, one {# question} other {# questions}}',
  'learning.questions-done':
    '{answered} of {total, plural, one {# question} other {# questions}} answered',
  'learning.outcome': 'What you take away',
  'learning.competencies': 'Competencies',
  'learning.minutes': 'about {n, plural, one {# minute} other {# minutes}}',

  'learning.enrol': 'Start this course',
  'learning.enrol.again': 'Take it up again',
  'learning.enrol.signed-out': 'You will be asked to sign in. Reading needs no account.',
  'learning.continue': 'Go on: {title}',
  'learning.continue-question': 'Go to the open question: {title}',
  'learning.leave': 'Leave this course',
  'learning.leave.text':
    'The course disappears from your list. What you did stays on record, and if you start again you go on from there.',
  'learning.left': 'You left this course on {when}. What you did is still there.',
  'learning.completed': 'Completed on {when}.',
  'learning.why': 'Why {percent}%?',

  'learning.end': 'This is the end of the lesson',
  'learning.read': 'I have read this',
  'learning.read.signed-out': 'You will be asked to sign in, and can go on with this afterwards.',
  'learning.read-at': 'You marked this as read on {when}.',
  'learning.open-questions':
    '{n, plural, one {One question is} other {# questions are}} still waiting for your answer.',
  'learning.question-number': 'Question {n}',
  'learning.lesson-done': 'This lesson is done.',
  'learning.next': 'Next: {title}',
  'learning.to-course': 'Back to the course',
  'learning.course-done': 'You have completed this course.',
  'learning.score-short':
    'Every step is done. To complete the course you need {n, plural, one {one more right answer} other {# more right answers}}. You may answer any question again.',

  'learning.why.title': 'Why is it so?',
  'learning.why.lead':
    'All of this is worked out from your learning record. No score or tick is stored anywhere else.',
  'learning.why.state': 'Where you stand',
  'learning.why.percent':
    '{met} of {total} things asked for are done, which is {percent}%. Only a completed course shows 100%.',
  'learning.why.missing': 'What is left',
  'learning.why.missing-none': 'Nothing is left.',
  'learning.why.requirements': 'What is asked, and what is on record',
  'learning.why.read': 'Mark the lesson as read',
  'learning.why.answer': 'Answer the question: {prompt}',
  'learning.why.answer-gone': 'A question that no longer exists ({id})',
  'learning.why.finish': 'Play the scenario to an end',
  'learning.why.score': 'Get at least {needed} of {total} questions right ({correct} so far)',
  'learning.why.met': 'Done',
  'learning.why.open': 'Open',
  'learning.why.withdrawn': 'Taken out of the course on {when}, so it counts as done.',
  'learning.why.event.read': 'marked as read on {when}',
  'learning.why.event.finish': 'played to an end on {when}',
  'learning.why.event.right': 'right answer on {when}',
  'learning.why.event.wrong': 'wrong answer on {when}',
  'learning.why.optional':
    'Lessons and questions added after the start do not count, so they are not listed here.',
  'learning.why.mend': 'If the record is wrong, show this page to your trainer.',

  'learning.record.title': 'My record',
  'learning.record.lead':
    'What you do while learning is kept with its time. It cannot be erased or changed, and all progress and competency is worked out from it.',
  'learning.record.empty':
    'There is nothing here yet. It fills as you start a course or answer a question.',
  'learning.record.older': 'Older entries',
  'learning.record.newest': 'Newest entries',
  'learning.record.enrolled': 'Started the course “{what}”',
  'learning.record.left': 'Left the course “{what}”',
  'learning.record.read': 'Read the lesson “{what}”',
  'learning.record.answered-right': 'Answered rightly: {what}',
  'learning.record.answered-wrong': 'Answered wrongly: {what}',
  'learning.record.answered-partly': 'Answered partly right: {what}',
  'learning.record.started': 'Began the scenario “{what}”',
  'learning.record.shown': 'Showed what the course “{what}” teaches, without sitting it',
  'learning.state.shown': 'shown, not sat',
  'learning.shown': 'You showed on {when} that you know this, so you need not sit it.',
  'learning.shown.why': 'What showed it',
  'learning.shown.why-text':
    'No lesson below is marked as read or answered because of it. Your record says only what showed it.',
  'learning.shown.event': '{when}: {what}',
  'learning.shown.open': 'Not sat',
  'learning.test-out': 'Know this already?',
  'learning.test-out.lead':
    '{take, select, all {Do all of these} other {Do one of these}} and the course counts as finished without sitting it.',
  'learning.test-out.set':
    '{n, plural, one {# question} other {# questions}}, about {minutes, plural, one {# minute} other {# minutes}}. You pass with {mark} % right.',
  'learning.test-out.scenario':
    'A scenario, about {minutes, plural, one {# minute} other {# minutes}}. {grade, select, good {You show every competency of your role well} other {You fall short in no competency of your role}}. Only your first run counts.',
  'learning.test-out.met': 'done',
  'learning.test-out.cost':
    'Not managing it costs you nothing: you can sit the course at any time.',
  'learning.test-out.offer':
    'If you know this already, you can show it instead of sitting the course.',
  'learning.test-out.offer-fast':
    'You finished this lesson quickly. If you know all this already, you can show it instead of reading the rest.',
  'learning.test-out.how': 'How to show it',
  'learning.record.passed': 'Passed the question set “{what}”',
  'learning.record.finished': 'Finished the scenario “{what}”',
  'learning.record.gone': 'something that no longer exists ({id})',

  'problem.course-unknown':
    'There is no such course. Please choose again from the list of courses.',
  'problem.lesson-unknown':
    'This lesson is no longer part of the course. You lose nothing by that. Please choose the next one from the outline.',
  'problem.event-used':
    'This form was already used for something else. Please open the page again and send it once more.',
  'learning.book.contents': 'Contents',
  'learning.book.answers': 'Answers and reasons',
  'learning.book.made': 'Made on {day}. Facts and sources stand at the end of each lesson.',
} as const satisfies Record<keyof typeof ko, string>;
