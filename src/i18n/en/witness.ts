import type { witness as korean } from '../ko/witness.ts';

export const witness = {
  'witness.observe.title': 'Observe {name}',
  'witness.observe.link': 'Record an observation',
  'witness.observe.lead':
    'Choose the form that fits what you watched. {name} reads what you write, together with your name.',
  'witness.observe.forms': 'Observation forms',
  'witness.observe.minutes': 'watch for about {n, plural, one {# minute} other {# minutes}}',
  'witness.observe.audience.official': 'work of officials',
  'witness.observe.audience.resident': 'what residents do',
  'witness.observe.before': 'To talk about beforehand',
  'witness.observe.not-seen': 'There was nothing to see of this',
  'witness.observe.not-seen-text': 'No evidence is kept for this competency.',
  'witness.observe.day': 'When did you see it?',
  'witness.observe.day-hint': 'Only what you saw within the last {days} days can be recorded.',
  'witness.observe.place': 'Where did you see it?',
  'witness.observe.place-hint': 'For example: counter 2',
  'witness.observe.note': 'What did you see that makes you say so?',
  'witness.observe.note-hint':
    'Write what was really said and done. {name} reads it as it is and can challenge it.',
  'witness.observe.send': 'Record this observation',
  'witness.observe.other': 'Choose another form',

  'witness.observation.title': 'Observation: {title}',
  'witness.observation.who': '{rater} watched {name}.',
  'witness.observation.where': 'When and where: {day}, {place}',
  'witness.observation.recorded': 'Recorded on {moment}.',
  'witness.observation.seen': 'What was seen',
  'witness.observation.nothing': 'There was nothing to see of this',
  'witness.observation.note': 'Why the observer says so',
  'witness.observation.revoked': 'This evidence was revoked: {reason}',
  'witness.observation.withdrawn': '{name} took this observation back on {day}. Reason: {reason}',
  'witness.observation.withdraw': 'Take this observation back',
  'witness.observation.withdraw-how':
    'Nothing is deleted: it stays readable with your reason, and no longer counts towards the level.',
  'witness.observation.stored':
    'The observation is recorded. {name} finds a notice on their own page.',
  'witness.observation.of-me': 'When others watched me',

  'witness.self.title': 'Rate yourself',
  'witness.self.lead':
    'Choose what comes closest to you these days. What you say of yourself stands beside your level and is never mixed into it.',
  'witness.self.question': 'Where do you stand?',
  'witness.self.level-0': 'I have not done this yet',
  'witness.self.send': 'Save',
  'witness.self.stored': 'Saved. You can rate yourself again at any time.',
  'witness.self.say': 'You say: {level} ({day})',
  'witness.self.never': 'You have not rated yourself',
  'witness.self.shown': 'Shown so far: {standing}',

  'witness.peer.title': 'Ask a peer',
  'witness.peer.lead':
    'Ask somebody of your cohort or team what they have seen of your work. What peers say is evidence, but no level is confirmed by peers alone.',
  'witness.peer.waiting': 'Others ask you',
  'witness.peer.waiting-none': 'Nobody is waiting for your answer.',
  'witness.peer.asked': 'You asked',
  'witness.peer.asked-none': 'You have not asked anybody yet.',
  'witness.peer.ask': 'Ask somebody',
  'witness.peer.search': 'Find by name',
  'witness.peer.search-hint': 'Only people of your cohorts and your team are listed.',
  'witness.peer.find': 'Find',
  'witness.peer.found-none': 'No peer has such a name. Try another part of it.',
  'witness.peer.nobody':
    'There is nobody to ask yet. Once you are in a cohort or belong to a team, you can choose your peers here.',
  'witness.peer.more':
    '{n, plural, one {One more person is} other {# more people are}} not shown. Type more of the name.',
  'witness.peer.who': 'Whom do you ask?',
  'witness.peer.what': 'About which competencies? (up to {max})',
  'witness.peer.message': 'A few words with it',
  'witness.peer.message-hint': 'Say which occasion to think of: that makes answering easier.',
  'witness.peer.send': 'Send the request',
  'witness.peer.sent': 'Your request is sent. It stands on their own page.',
  'witness.peer.limits':
    'Up to {max} requests may be open. One that nobody answers for {lapse} days ends by itself. You can ask the same person about the same competency again once their last answer counts half.',
  'witness.peer.from': '{name} asks you',
  'witness.peer.to': 'You asked {name}',
  'witness.peer.state.open': 'waiting for an answer',
  'witness.peer.state.lapsed': 'ended without an answer',
  'witness.peer.state.rated': 'answered',
  'witness.peer.state.declined': 'declined',
  'witness.peer.state.withdrawn': 'taken back',
  'witness.peer.asked-on': 'asked on {day}',
  'witness.peer.withdraw': 'Take back',
  'witness.peer.rate': 'Answer',
  'witness.peer.rate-title': 'What have you seen of {name}?',
  'witness.peer.rate-lead':
    'Please answer only what you have seen yourself. {name} sees who said what. Leave out what you cannot judge.',
  'witness.peer.cannot-say': 'I cannot say',
  'witness.peer.cannot-say-text': 'I had no chance to see it, or cannot judge it.',
  'witness.peer.level-0': 'I have not seen this yet',
  'witness.peer.note': 'Anything to add',
  'witness.peer.note-hint': 'It helps to say what you saw.',
  'witness.peer.rate-send': 'Send your answer',
  'witness.peer.decline': 'Rather not',
  'witness.peer.decline-how':
    'You need not say why. The same person cannot ask you again for {days} days.',
  'witness.peer.done': 'Thank you. {name} can see it now.',
  'witness.peer.what-you-said': 'What you said',
  'witness.peer.take-back': 'Take your answer back',
  'witness.peer.take-back-how':
    'What you take back no longer counts for the level of {name}. It is not deleted: {name} reads it with your reason.',
  'witness.peer.taken-back': 'You have taken your answer back.',
  'witness.peer.said': '{name} adds: {note}',
  'witness.peer.my-waiting': 'A peer waits for your answer',

  'witness.news.title': 'News about your competencies',
  'witness.news.observed': '{by} recorded an observation: {what}',
  'witness.news.observation-withdrawn': '{by} took an observation back: {what}',
  'witness.news.peer-rated': '{by} answered you as a peer',
  'witness.news.peer-declined': '{by} would rather not answer this time',
  'witness.news.challenge-answered.stands':
    '{by} answered your challenge; the evidence stands: {what}',
  'witness.news.challenge-answered.revoked':
    '{by} agreed with your challenge; the evidence is revoked: {what}',
  'witness.news.signed': '{by} signed: {what}, {level}',
  'witness.news.signature-withdrawn': '{by} took a signature back: {what}, {level}',

  'witness.reason': 'Reason',
  'witness.reason-hint': 'The person concerned and those who look after them read it.',

  'problem.observation-form-unknown': 'There is no such form. Please choose one from the list.',
  'problem.observation-level-missing':
    'For each competency, choose what you saw, or that there was nothing to see.',
  'problem.observation-nothing-seen':
    'If nothing was to be seen, there is nothing to record. At least one competency is needed.',
  'problem.observation-day-impossible': 'Choose a day within the last {days} days, today included.',
  'problem.observation-place-missing': 'Please say where you saw it.',
  'problem.observation-note-missing':
    'Please say what you saw that makes you say so. A rating without a reason helps nobody.',
  'problem.self-level-missing': 'Please choose what comes closest to you.',
  'problem.peer-oneself': 'You cannot ask yourself. Rate yourself instead.',
  'problem.peer-unknown': 'Please choose somebody of your cohorts or your team.',
  'problem.peer-competencies': 'Please choose one to {max} competencies.',
  'problem.peer-already-asked': 'You have asked this person already. Please wait for the answer.',
  'problem.peer-asked-enough':
    '{max} of your requests are still open. Wait for an answer or take one back first.',
  'problem.peer-busy': 'Many people have asked this person already. Please ask somebody else.',
  'problem.peer-too-soon':
    'You can ask this person again in {n, plural, one {# day} other {# days}}.',
  'problem.peer-nothing-said':
    'Please answer for at least one competency. If you cannot say anything, press “Rather not”.',
  'problem.peer-request-closed': 'This request has ended already.',
} as const satisfies Record<keyof typeof korean, string>;
