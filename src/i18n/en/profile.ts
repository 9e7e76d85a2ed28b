import type { profile as korean } from '../ko/profile.ts';

export const profile = {
  'profile.title-of': '{competency}: {name}',
  'profile.pieces': '{n, plural, one {# piece} other {# pieces}} of evidence',
  'profile.nothing':
    'There is no evidence yet. The picture shows where anybody starts who has shown nothing.',
  'profile.export': 'Take everything along:',
  'profile.evidence': 'Evidence',
  'profile.here': 'here now',
  'profile.target': 'target',
  'profile.today': 'Today',
  'profile.timeline': 'How it came about',
  'profile.timeline-picture': 'The estimate over time, as a picture',
  'profile.timeline-label':
    'The estimate from {from} until today over {n, plural, one {# piece} other {# pieces}} of evidence. Today {level} is likeliest. The table below says the same.',
  'profile.timeline-table': 'Show this as a table',
  'profile.timeline-caption': 'Where the estimate stood after each piece of evidence, newest first',
  'profile.level-then': 'Likeliest level then',
  'profile.band': 'Dashed band: where the true level probably lies (one standard deviation)',
  'profile.shape.circle': 'question',
  'profile.shape.diamond': 'decision in a scenario',
  'profile.shape.square': 'observation',
  'profile.shape.triangle': 'peer rating',
  'profile.shape.cross': 'prior learning or a result from elsewhere',
  'profile.ways': 'What would raise this fastest',
  'profile.ways-keep': 'What keeps this level fresh',
  'profile.highest':
    'The highest level is confirmed. Evidence fades with time, so it helps to show it anew now and then.',
  'profile.ways-none':
    'There is nowhere left to show this competency at the moment. You could ask a trainer to observe you.',
  'profile.way.question': 'Answer a question',
  'profile.way.scenario': 'Play a scenario',
  'profile.way.observation': 'Be observed by a trainer',
  'profile.rise.much': 'raises the estimate a lot if it goes well',
  'profile.rise.some': 'raises the estimate if it goes well',
  'profile.rise.little': 'raises the estimate a little if it goes well',
  'profile.confirms': '{percent}% chance that “{level}” is confirmed',
} as const satisfies Record<keyof typeof korean, string>;
