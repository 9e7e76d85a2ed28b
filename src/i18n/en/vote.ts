import type { vote as ko } from '../ko/vote.ts';

export const vote: Record<keyof typeof ko, string> = {
  'vote.exercises.title': 'Exercises with votes',
  'vote.exercises.lead':
    'Take a scenario through together, in front of everybody. At each decision learners vote on their own phones; when the vote is closed, all see how it fell. Whoever leads picks the next step.',
  'vote.exercises.link': 'Exercises with votes',
  'vote.exercises.begin': 'Begin one',
  'vote.exercises.scenario': 'Which scenario?',
  'vote.exercises.seat': '{title} (as {seat})',
  'vote.exercises.evidence':
    'The vote of a person who meets the scenario for the first time counts as evidence, for less than a decision taken alone. From anybody who has played it before it is practice. Whoever has voted and plays it alone later plays for practice, too.',
  'vote.exercises.act': 'Begin the exercise',
  'vote.exercises.list': 'Exercises so far',
  'vote.exercises.none': 'There has been no exercise yet.',
  'vote.exercises.day': 'Begun',
  'vote.exercises.leader': 'Led by',
  'vote.exercises.what': 'Scenario',
  'vote.exercises.votes': 'Votes',
  'vote.exercises.votes-none': 'No votes',
  'vote.exercises.one': 'Decision {n}: {cast, plural, one {# vote} other {# votes}}',
  'vote.exercises.one-open': 'Decision {n}: open, {cast, plural, one {# vote} other {# votes}}',
  'vote.exercises.go-on': 'Go on',

  'vote.run.title': 'Votes of {cohort}',
  'vote.run.ask': 'Put this decision to the vote',
  'vote.run.ask-text':
    'The vote appears under “My learning” of each learner. Open it before you choose below.',
  'vote.run.open': 'The vote on this decision is open.',
  'vote.run.closed':
    'The vote on this decision is closed. Talk it over, then choose the next step below.',
  'vote.run.earlier': 'The vote on an earlier decision is still open.',
  'vote.run.to-vote': 'Look at the vote',
  'vote.run.over': 'The exercise is over.',
  'vote.run.to-exercises': 'All exercises',

  'vote.title': 'Vote: {heading}',
  'vote.crumb': 'Vote',
  'vote.about': '{cohort} · {title}',
  'vote.about-what': 'What the vote was about',
  'vote.state.open': 'The vote is open',
  'vote.state.closed': 'The vote is closed',
  'vote.state.called-off': 'The vote was called off',
  'vote.called-off-text':
    'Whoever leads has called the vote off. Votes that were cast are not used for anything.',
  'vote.cast':
    '{n, plural, =0 {Nobody has voted} one {# person has voted} other {# people have voted}}.',
  'vote.question': 'What would you do?',
  'vote.send': 'Vote',
  'vote.change': 'Change your vote',
  'vote.have-voted': 'You have voted. You can change your vote until the vote is closed.',
  'vote.wait': 'The result appears here once the vote is closed.',
  'vote.secret':
    'Nobody sees on this page who chose what. Your vote goes to your own competency record only.',
  'vote.look-again': 'Look again',
  'vote.options': 'What can be chosen',
  'vote.close': 'Close the vote and show the result',
  'vote.call-off': 'Call the vote off',
  'vote.call-off-text':
    'Votes that were cast are dropped and no result is shown. The same decision can be put to the vote again.',
  'vote.call-off-act': 'Drop the votes and call it off',
  'vote.back-to-run': 'Back to the scenario',
  'vote.result': 'How the vote fell',
  'vote.result-caption': 'Votes and share of each choice. {n} people voted.',
  'vote.choice': 'Choice',
  'vote.count': 'Votes',
  'vote.share': 'Share',
  'vote.percent': '{percent}%',
  'vote.own': 'Your vote',
  'vote.few':
    'Fewer than five people voted, so how the vote fell stays hidden: it would tell who chose what.',
  'vote.nobody': 'Nobody voted.',
  'vote.meaning': 'What each choice means',
  'vote.not-voted':
    'You did not take part in this vote, so its result and the notes on it are not shown. If you play the scenario yourself, it counts as your first time.',
  'vote.to-scenario': 'Play this scenario',
  'vote.evidence': 'What your vote shows',
  'vote.evidence-text':
    'You met this scenario for the first time, so your vote counts as evidence.',
  'vote.practice-text': 'You knew this scenario, so your vote was practice and left no evidence.',
  'vote.no-evidence': 'What you chose speaks of no competency, so it left no evidence.',

  'vote.my.title': 'Votes open now',
  'vote.my.vote': 'Go and vote',
  'vote.my.change': 'You have voted. Go there to change it.',

  'problem.vote-closed': 'The vote is closed already. Open the page again to see the result.',
  'problem.vote-called-off': 'The vote was called off; nobody can vote any more.',
  'problem.vote-moved-on': 'The scenario has gone on. Open a vote from where it stands now.',
  'problem.vote-still-open':
    'The vote on another decision is still open. Close it or call it off first.',
  'problem.vote-held': 'There has been a vote on this decision. Choose the next step.',
};
