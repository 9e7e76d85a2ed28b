import type { changes as ko } from '../ko/changes.ts';

export const changes = {
  'changes.title': 'What changed',
  'changes.lead': 'What changed in this course and when, in the words of its authors.',
  'changes.rule':
    'When what people learned changes, those who finished before read only what changed and answer its questions. Better wording asks nothing of anybody. No change ever lowers what was finished.',
  'changes.rule.whole':
    'When more than {limit} % of the course changed, the whole course is done again.',
  'changes.since': 'What changed since {when}',
  'changes.since.text':
    'That is when you finished the course, or last took up all that had changed.',
  'changes.none': 'Nothing to take up has changed since {when}.',
  'changes.progress': '{done} of {total} changed sections taken up',
  'changes.minutes': 'It takes about {n, plural, one {# minute} other {# minutes}}.',
  'changes.whole':
    '{share} % of the course changed. That is more than {limit} %, so all questions and scenarios of the course are asked again beside the sections below.',
  'changes.whole.done': 'You have done the whole course again. The sections below are left.',
  'changes.done': 'Taken up',
  'changes.open': 'Open',
  'changes.to-read': 'Say at the end of the lesson that you have read it again.',
  'changes.to-answer': 'Answer {n, plural, one {# question} other {# questions}} rightly again.',
  'changes.gone': 'This section is no longer in the lesson.',
  'changes.opening': 'Opening',
  'changes.offered': 'It has been here since {day}.',
  'changes.begin': 'To the first changed section',
  'changes.card':
    '{n, plural, one {# section has} other {# sections have}} changed since {when}. What you finished stays finished.',
  'changes.see': 'See what changed',
  'changes.history': 'History',
  'changes.history.none': 'Nothing has changed since it was first published.',
  'changes.history.caption': 'Changed sections, the newest first',
  'changes.day': 'Day',
  'changes.where': 'Lesson and section',
  'changes.what': 'What changed',
  'changes.kind': 'Kind',
  'changes.kind.substantive': 'What one learns changed',
  'changes.kind.editorial': 'Better wording only',
  'changes.lesson':
    '{n, plural, one {# section} other {# sections}} of this lesson changed since {when}. You need only read where it says “Changed”.',
  'changes.lesson.first': 'Go to what changed',
  'changes.mark': 'Changed',
  'changes.next': 'Next change',
  'changes.back': 'Back to all changes',
  'changes.read-again': 'I have read what changed',
  'changes.read-again.done': 'You said that you have read what changed.',
  'changes.asked-again': 'Asked again because this section changed.',
  'changes.end.open':
    '{n, plural, one {# question is} other {# questions are}} still asked again here.',
  'changes.required.by-itself':
    'Nothing had changed since you finished, so this was renewed by itself on {day}. There is nothing to do.',
  'changes.required.delta': 'You finished this course before, so only what changed is asked.',
  'changes.required.done': 'You have taken up everything that changed.',
  'changes.author.title': 'Changes that wait for a word',
  'changes.author.none': 'Every change has its author’s word.',
  'changes.author.text':
    'These sections read otherwise than when they were last confirmed. They cannot be published before somebody says whether what one learns changed or only its wording.',
  'changes.author.history': 'History of each course',
} as const satisfies Record<keyof typeof ko, string>;
