import type { prior as korean } from '../ko/prior.ts';

export const prior = {
  'prior.title': 'Prior learning',
  'prior.lead':
    'If you learned or did something elsewhere, hand it in with one document. A reviewer reads it and decides whether it is evidence of a competency.',
  'prior.none': 'You have not handed in anything yet.',
  'prior.none-hint':
    'A certificate, a record of training or work, something you made yourself: anything that shows what you can do.',
  'prior.new': 'Hand in prior learning',
  'prior.state.waiting': 'Waiting for review',
  'prior.state.decided': 'Reviewed',
  'prior.state.withdrawn': 'Withdrawn',
  'prior.submitted-on': 'Handed in on {day}',
  'prior.news':
    '{n, plural, one {# claim of prior learning has} other {# claims of prior learning have}} been reviewed',
  'prior.news-tag': 'New result',
  'prior.my-waiting':
    '{n, plural, one {# claim of prior learning waits} other {# claims of prior learning wait}} for review',

  'prior.form.lead':
    'You can name up to three competencies. Reviewers are your trainers and administrators; they have promised an answer within {days} days.',
  'prior.form.competency-n': 'Competency {n}',
  'prior.form.competency': 'Competency',
  'prior.form.level': 'The level as you see it',
  'prior.form.choose': 'Choose',
  'prior.form.descriptors': 'What people can do at each level is told under “My competencies”.',
  'prior.form.earned-on': 'When you learned it',
  'prior.form.earned-hint':
    'The day you earned it, or last did it. The older evidence is, the less it counts.',
  'prior.form.description': 'What did you learn, and how?',
  'prior.form.description-hint':
    'Say where and what you did, and what you can do since. Leave out personal data of others. Up to {max} characters.',
  'prior.form.document': 'Document',
  'prior.form.document-hint':
    'One PDF, PNG or JPEG file of up to {max} MB. Only you and your reviewers can open it. Cover what is not needed, such as identity numbers.',
  'prior.form.document-again': 'For your safety, browsers ask you to choose the file again.',
  'prior.form.send': 'Hand in',

  'prior.claim.title': 'Prior learning handed in on {day}',
  'prior.claim.what': 'What was handed in',
  'prior.claim.claimed': 'Competencies and the level you see',
  'prior.claim.claimed-by': 'Competencies and the level they see',
  'prior.claim.document': 'Document',
  'prior.claim.document-gone': 'Deleted when the claim was withdrawn.',
  'prior.claim.download': 'Download {name} ({size})',
  'prior.claim.waiting-days':
    '{n, plural, =0 {Handed in today.} one {Waiting for # day.} other {Waiting for # days.}}',
  'prior.claim.late': 'The promised {days} days have passed; administrators have been told.',
  'prior.claim.withdraw': 'Withdraw',
  'prior.claim.withdraw-text':
    'The document is deleted at once and nobody will review it. You can hand it in again.',
  'prior.claim.withdrawn': 'Withdrawn. The document has been deleted.',
  'prior.claim.submitted':
    'Handed in. When it has been reviewed, “My learning” and a mail will tell you.',
  'prior.claim.result': 'What the review found',
  'prior.claim.result-caption': 'What was found, by competency',
  'prior.claim.earlier': 'Earlier decisions',
  'prior.claim.found': 'Level the document shows',
  'prior.claim.reason': 'Why',
  'prior.claim.reviewer': 'Reviewer',
  'prior.claim.when': 'When',
  'prior.claim.not-shown': 'The document does not show it',
  'prior.claim.read': 'I have read this',
  'prior.claim.read-text': 'The notice on “My learning” then goes away.',
  'prior.claim.counted': 'A level that was found is evidence and shows under “My competencies”.',
  'prior.claim.again': 'If you see it differently, you may hand in other material.',

  'prior.credit.for': 'Instead of this required learning',
  'prior.credit.asking': 'Instead of required learning: {title}',
  'prior.credit.asking-text':
    'Hand in a document that shows you learned this elsewhere. A reviewer answers within {days, plural, one {# day} other {# days}}; while you wait, you are not late.',
  'prior.credit.question': 'Does it count as “{title}”?',
  'prior.credit.text':
    'If it counts, it counts as done on the day it was handed in. The person sees your name and reason. If it does not count, they may hand in again.',
  'prior.credit.outcome': 'Your answer',
  'prior.credit.say-accepted': 'It counts',
  'prior.credit.say-refused': 'It does not count',
  'prior.credit.accepted': 'accepted',
  'prior.credit.refused': 'not accepted',
  'prior.credit.reason-hint': 'Say where in the document you saw what.',
  'prior.credit.valid-until': 'Until when does it count?',
  'prior.credit.valid-hint':
    'Left empty, it counts for this period only. With a day, it also counts for later periods that begin by then.',
  'prior.credit.by': 'Answered by {name} on {day}.',
  'prior.credit.until': 'Counts until {day}.',
  'prior.credit.waits': 'Your document is being reviewed',
  'problem.credit-not-required':
    'This is not required of you now, so nothing can stand for it. Please start again from your required learning.',
  'problem.credit-outcome-missing': 'Choose whether it counts.',
  'problem.credit-until-early':
    'It cannot end before the day it was handed in. Please check the day.',
  'prior.review.title': 'Review of prior learning',
  'prior.review.lead':
    'The oldest come first. After {days} days administrators are told as well. Your own claims are reviewed by others.',
  'prior.review.waiting': 'Waiting',
  'prior.review.decided': 'Reviewed',
  'prior.review.none-waiting': 'No prior learning waits for review.',
  'prior.review.none-decided': 'Nothing has been reviewed yet.',
  'prior.review.person': 'Person',
  'prior.review.competencies': 'Competencies',
  'prior.review.age': 'Waiting for',
  'prior.review.days': '{n, plural, one {# day} other {# days}}',
  'prior.review.late': '{n, plural, one {# day} other {# days}}, overdue',
  'prior.review.decided-on': 'Reviewed on',
  'prior.review.of': 'Prior learning of {name}',
  'prior.review.earned-on': 'Learned on',
  'prior.review.behaviours': 'Compare with the behaviours of the framework',
  'prior.review.found': 'Level the document shows',
  'prior.review.claimed-level': 'They see themselves at “{level}”.',
  'prior.review.reason': 'Why',
  'prior.review.reason-hint':
    'The person reads this. Say which part of the document your decision rests on.',
  'prior.review.decide': 'Decide and tell them',
  'prior.review.revise': 'Revise the decision',
  'prior.review.revise-text':
    'Only competencies that change are revised: their evidence is revoked with the reason you give now, and new evidence takes its place. The earlier decision stays on record.',
  'prior.review.done': 'Decided. The person has been told.',
  'prior.review.document-first':
    'Read the document first. That you opened it is kept in the audit trail.',
  'prior.review.waiting-link':
    '{n, plural, one {# claim of prior learning waits} other {# claims of prior learning wait}} for your review',
  'prior.review.late-link':
    '{n, plural, one {# claim of prior learning has} other {# claims of prior learning have}} waited for more than {days} days.',

  'problem.claim-competency-missing': 'Choose a competency.',
  'problem.claim-competency-unknown': 'There is no such competency. Choose one from the list.',
  'problem.claim-competency-twice':
    'This competency is chosen twice. Change one of them or leave it empty.',
  'problem.claim-level-missing': 'Choose a level.',
  'problem.claim-day-missing': 'Give the day you learned it, like 2026-11-22.',
  'problem.claim-day-future': 'Give today or a day before.',
  'problem.claim-description-missing': 'Say what you learned and how.',
  'problem.document-missing': 'Choose a file.',
  'problem.document-too-large': 'This file is larger than {max} MB. Choose a smaller one.',
  'problem.document-type':
    'This is no PDF, PNG or JPEG file. A file that was only renamed is not enough: save it in one of these formats.',
  'problem.claims-full':
    '{max} of your claims are waiting. Hand in another once one has been reviewed or withdrawn.',
  'problem.claim-decided': 'It has been reviewed and can no longer be withdrawn.',
  'problem.claim-decided-meanwhile':
    'Another reviewer has decided in the meantime. Read their decision below, and send yours again if something has to change.',
  'problem.decision-level-missing': 'Choose the level the document shows.',
} as const satisfies Record<keyof typeof korean, string>;
