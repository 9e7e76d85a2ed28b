import type { challenge as korean } from '../ko/challenge.ts';

export const challenge = {
  'challenge.evidence.of': '{competency}, {name}',
  'challenge.evidence.facts': 'About this evidence',
  'challenge.evidence.competency': 'Competency',
  'challenge.evidence.from': 'Whose word',
  'challenge.evidence.shown-on': 'Shown on',
  'challenge.evidence.recorded-on': 'Recorded on',
  'challenge.evidence.result': 'Result',
  'challenge.evidence.weight': 'Weight today',
  'challenge.evidence.effect': 'Effect today',
  'challenge.evidence.revoked': 'Revoked on {day}. Reason: {reason}',
  'challenge.evidence.details-only': 'Details',
  'challenge.evidence.details': 'Details, challenge',
  'challenge.evidence.by': '{name}',

  'challenge.open-tag': 'challenged',
  'challenge.still-counts':
    'This evidence is challenged and waits for an answer. Until then it counts as before.',
  'challenge.history': 'What was said',
  'challenge.none': 'Nobody has challenged this evidence.',
  'challenge.raised': 'Challenged on {day}',
  'challenge.with-trainers':
    'A trainer will answer. Without an answer by {day}, it goes to the administrators.',
  'challenge.with-administrators': 'It lies with the administrators since {day}.',
  'challenge.outcome.stands': 'the evidence stands',
  'challenge.outcome.revoked': 'the evidence is revoked',
  'challenge.outcome.withdrawn': 'challenge taken back',
  'challenge.answered': '{name} answered on {day}',
  'challenge.withdrawn-on': 'Taken back by the same person on {day}.',

  'challenge.raise': 'Challenge this evidence',
  'challenge.raise-how':
    'If you think this evidence is wrong, say why. Your trainer reads it and answers. After 14 days without an answer it goes to the administrators.',
  'challenge.raise-again':
    'If you cannot accept the answer, you can ask again. This time an administrator reads it and answers.',
  'challenge.why': 'What is wrong with it?',
  'challenge.send': 'Send the challenge',
  'challenge.withdraw': 'Take the challenge back',
  'challenge.sent': 'Your challenge is sent. The answer will stand on your own page.',
  'challenge.answer': 'Answer',
  'challenge.verdict': 'What becomes of this evidence?',
  'challenge.verdict.stands': 'It stands',
  'challenge.verdict.revoked': 'It is revoked and counts no more',
  'challenge.answer-why': 'Why you decide so',
  'challenge.answer-send': 'Send the answer',
  'challenge.answered-done': 'The answer is sent, and whoever challenged is told.',
  'challenge.revoke': 'Revoke this evidence',
  'challenge.revoke-how':
    'Nothing is deleted: it stays readable with your reason. The competency is worked out again as if the piece had never been there.',
  'challenge.revoked-done': 'The evidence is revoked.',
  'challenge.withdrawn-done': 'The challenge is taken back.',

  'challenge.list.title': 'Challenges',
  'challenge.list.lead':
    'People who say that a piece of evidence about them is wrong. The longest wait comes first.',
  'challenge.list.link':
    '{n, plural, =0 {No challenges wait} one {One challenge waits} other {# challenges wait}} for an answer',
  'challenge.list.open': 'Waiting for an answer',
  'challenge.list.open-none': 'No challenge waits for an answer.',
  'challenge.list.closed': 'Closed',
  'challenge.list.closed-none': 'No challenge has been closed yet.',
  'challenge.list.waiting': 'waiting for {n, plural, one {# day} other {# days}}',
  'challenge.list.today': 'raised today',
  'challenge.list.up': 'for an administrator to answer',
  'challenge.list.mine': 'What you challenged',

  'challenge.signature.title': 'Signatures',
  'challenge.signature.list': 'Waiting for a signature',
  'challenge.signature.list-lead':
    'Levels that the rule proposes and that are confirmed only with a person’s signature. Read the evidence and decide.',
  'challenge.signature.list-none': 'No level waits for a signature.',
  'challenge.signature.link':
    '{n, plural, =0 {No levels wait} one {One level waits} other {# levels wait}} for a signature',
  'challenge.signature.caption': 'People and competencies that wait for a signature',
  'challenge.signature.level': 'Proposed level',
  'challenge.signature.read': 'Read the evidence and sign',
  'challenge.signature.demanded': 'This competency is confirmed only with a trainer’s signature.',
  'challenge.signature.proposed':
    'The rule proposes {level}: the probability of this level or a higher one is {percent}%.',
  'challenge.signature.nothing':
    'The rule proposes no level today, so there is nothing to sign. It takes two sorts of evidence and a probability of at least 80%.',
  'challenge.signature.already': 'The proposed level is signed already.',
  'challenge.signature.how':
    'Your name, the day, today’s estimate and the version of the framework are kept. Sign only when the evidence agrees with what you know of the person.',
  'challenge.signature.sign': 'Sign the level: {level}',
  'challenge.signature.signed': 'Signed.',
  'challenge.signature.by-rule': 'Confirmed by the rule, without a signature.',
  'challenge.signature.stands': '{level}, signed by {name} on {day}',
  'challenge.signature.needs-refresh': '{level}, signed by {name} on {day}; needs a refresh',
  'challenge.signature.withdrawn':
    '{level}: the signature of {name} of {day} was taken back: {reason}',
  'challenge.signature.then': 'probability then {percent}%, framework version {version}',
  'challenge.signature.withdraw': 'Take the signature back',
  'challenge.signature.withdraw-how':
    'Nothing is deleted: the signature stays readable with your reason, and confirms the level no more.',
  'challenge.signature.withdrawn-done': 'The signature is taken back.',

  'problem.challenge-own-word':
    'There is no need to challenge what you said of yourself. Just rate yourself again.',
  'problem.evidence-revoked': 'This evidence has been revoked already.',
  'problem.challenge-open':
    'You have challenged this evidence already. Please wait for the answer.',
  'problem.challenges-enough':
    '{max} of your challenges wait for an answer. Please wait for one before you raise another.',
  'problem.challenge-closed': 'This challenge is closed already.',
  'problem.challenge-answered-before':
    'Whoever answered once cannot answer again. Another administrator will.',
  'problem.challenge-is-up': 'An administrator answers what is challenged again.',
  'problem.challenge-verdict-missing': 'Please say whether the evidence stands or is revoked.',
  'problem.level-not-proposed':
    'The rule proposes another level by now. Look at the proposal and decide again.',
  'problem.level-already-signed': 'This level is signed already.',
} as const satisfies Record<keyof typeof korean, string>;
