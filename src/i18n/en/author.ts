import type { author as korean } from '../ko/author.ts';

export const author = {
  'author.title': 'Content',
  'author.lead': 'What courses and scenarios hold at the moment, and where to look first.',
  'author.courses': 'Courses and lessons',
  'author.courses-caption': 'Questions and evidence in each lesson',
  'author.lesson': 'Lesson',
  'author.minutes': 'Length',
  'author.questions': 'Questions',
  'author.facts': 'Facts',
  'author.sources': 'Sources',
  'author.figures': 'Figures',
  'author.oldest': 'Facts checked longest ago',
  'author.oldest-rule':
    'The {n, plural, one {# fact} other {# facts}} whose check lies furthest back. Those with a single source are marked.',
  'author.fact': 'Fact',
  'author.checked': 'Checked on',
  'author.single-source': 'single source',
  'author.coverage': 'Where competencies can be shown',
  'author.coverage-caption': 'Questions and scenarios for each competency',
  'author.competency': 'Competency',
  'author.scenarios': 'Scenarios',
  'author.gap': 'none yet',
  'author.how':
    'To change something, look into the content folder of the repository. npm run check:content names every problem with its place and its cure.',

  'author.scenario-list': 'The bench of each scenario',
  'author.scenario-list-lead':
    'For each scenario: a map of all its paths, how often each ending comes, what to mend, and the words in both languages.',
  'author.scenario-list-caption': 'Scenes and choices of each scenario',
  'author.scenario': 'Scenario',
  'author.scenes': 'Scenes',
  'author.forks': 'Forks',
  'author.choices': 'Choices',
  'author.endings': 'Endings',
  'author.walkthroughs': 'Recorded paths',
  'author.claims': 'Competencies shown',

  'author.bench.title': 'Bench: {title}',
  'author.bench.lead':
    '{scenes, plural, one {# scene} other {# scenes}}, {forks, plural, one {# fork} other {# forks}}, {endings, plural, one {# ending} other {# endings}}, {choices, plural, one {# choice} other {# choices}}, {walks, plural, one {# recorded path} other {# recorded paths}}',
  'author.bench.play': 'Front page of this scenario',
  'author.bench.map': 'Map',
  'author.bench.map-of': 'Map of “{title}”',
  'author.bench.map-text':
    'A rectangle is a scene, a shape with points at its sides is a fork, a round one with a double outline is an ending. The words on an arrow are the choice and the time it takes. The same is written out below.',
  'author.bench.map-large': 'Show only the map, large',
  'author.bench.map-small': 'Back to the bench',
  'author.bench.kind.start': 'First scene',
  'author.bench.kind.scene': 'Scene',
  'author.bench.kind.fork': 'Fork',
  'author.bench.kind.ending': 'Ending',
  'author.bench.as-text': 'The map in words',
  'author.bench.takes': 'after {minutes}: {place}',
  'author.bench.at-once': 'at once: {place}',
  'author.bench.place': '{name} ({kind})',
  'author.bench.otherwise': 'otherwise',
  'author.bench.only-when': 'if {when}',
  'author.bench.after-minutes': 'after {n} min',
  'author.bench.when.all': 'and',
  'author.bench.when.any': 'or',
  'author.bench.when.not': 'not ({condition})',
  'author.bench.when.in': 'world {region} is {state}',
  'author.bench.when.not-in': 'world {region} is not {state}',
  'author.bench.when.mark': 'mark {mark} is set',
  'author.bench.when.no-mark': 'mark {mark} is not set',
  'author.bench.when.at-least': '{name} is {value} or more',
  'author.bench.when.at-most': '{name} is {value} or less',
  'author.bench.when.above': '{name} is over {value}',
  'author.bench.when.below': '{name} is under {value}',
  'author.bench.route': 'Shortest path to here',
  'author.bench.rehearse': 'Rehearse from here',
  'author.bench.rehearse-text':
    'You can rehearse from any scene: the shortest path to it is taken for you. A rehearsal is practice only; it enters neither your record nor your evidence nor what others are shown. After a rehearsal, any other run of this version is practice as well.',
  'author.bench.route-start': 'The scenario begins here.',
  'author.bench.route-none': 'No path leads here.',
  'author.bench.route-waits': 'It will stand here when all paths are counted.',
  'author.bench.marks': 'Choices that set a mark',
  'author.bench.world': 'The world that moves by itself',
  'author.bench.world-starts': '{state} (at the beginning)',
  'author.bench.world-still': 'It moves no further from here.',
  'author.bench.beat': '{when}: becomes {state}.',
  'author.bench.beat-inject': '{when}: becomes {state}, and the news “{inject}” arrives.',

  'author.bench.outcomes': 'All paths, counted',
  'author.bench.outcomes-rule':
    'Every path that choices can make is counted once, none is left out. That is not how often people take it.',
  'author.bench.counting': 'Still counting',
  'author.bench.counting-text':
    'There are many paths and counting takes a while. The map and the words are ready. Please look again in a moment.',
  'author.bench.look-again': 'Look whether it is done',
  'author.bench.uncountable':
    'Some path is too long or there are too many to count. Look at what to mend first.',
  'author.bench.unplayable':
    'Some names do not fit together, so it cannot be played. Look at what to mend first.',
  'author.bench.paths': 'Paths',
  'author.bench.situations': 'Different situations',
  'author.bench.minutes': 'Simulated time',
  'author.bench.decisions': 'Decisions',
  'author.bench.paths-count': '{n, number}',
  'author.bench.situations-count': '{n, number}',
  'author.bench.decisions-range': '{low} to {high}',
  'author.bench.decisions-same': '{n}',
  'author.bench.minutes-range': '{low} to {high} min',
  'author.bench.minutes-same': '{n} min',
  'author.bench.endings-caption': 'Share of all paths for each ending',
  'author.bench.share': 'Share',
  'author.bench.percent': '{percent, number, ::.0}%',
  'author.bench.path-number': 'Number of paths',
  'author.bench.indicators-caption': 'Values each indicator can have at the end',
  'author.bench.indicator': 'Indicator',
  'author.bench.starts-at': 'At the start',
  'author.bench.at-end': 'At the end',
  'author.bench.scale': 'Scale',
  'author.bench.range': '{low} to {high}',
  'author.bench.claims-caption': 'What paths show of each competency',
  'author.bench.between': 'In between',
  'author.bench.unshown': 'Never comes up',
  'author.bench.pass-word': 'Shown well',
  'author.bench.fail-word': 'Not shown',
  'author.bench.marks-in-brackets':
    'Measure: a mean level of {pass} or more is shown well, {fail} or less is not shown',

  'author.bench.walks': 'Choices on recorded paths',
  'author.bench.walks-sum':
    '{taken} of {choices, plural, one {# choice} other {# choices}} are on a recorded path.',
  'author.bench.walks-all': 'Every choice is on some recorded path.',
  'author.bench.untaken': 'Choices on no recorded path',
  'author.bench.walks-caption': 'Recorded paths and what they lead to',
  'author.bench.walk': 'Path',
  'author.bench.ending': 'Ending',

  'author.bench.findings': 'What to mend',
  'author.bench.no-findings': 'There is nothing to mend.',
  'author.bench.level.error': 'must be mended',
  'author.bench.level.warning': 'worth a look',
  'author.bench.finding-place': 'Place',

  'author.bench.words': 'Words in both languages',
  'author.bench.words-lead': 'Texts for the same place, side by side: {n} of them.',
  'author.bench.words-caption': 'Each text in Korean and English',
  'author.bench.text-id': 'Id',
  'author.bench.korean': 'Korean',
  'author.bench.english': 'English',
  'author.bench.no-text': 'There is no text.',

  'author.finding.place-unknown':
    'It leads to a scene, fork or ending that does not exist. Correct the name or add the place.',
  'author.finding.name-taken': 'One name is used twice. Give one of them another name.',
  'author.finding.state-unknown':
    'It names a state the world does not have. Use the name of a state of that region.',
  'author.finding.beat-restless':
    'Without a time or a condition it would happen for ever. Say after how many minutes, or when.',
  'author.finding.indicator-unknown':
    'It names an indicator that does not exist. Use one of this scenario.',
  'author.finding.condition-unreadable':
    'The condition cannot be read. Write for example: staff >= 20 & !told.',
  'author.finding.mark-never-set':
    'It looks at a mark that no choice sets. Add it to `sets` of a choice, or correct the spelling.',
  'author.finding.fork-open': 'The fork may find no way to go. Let its last way have no condition.',
  'author.finding.endless-loop':
    'The fork leads back to itself without taking time. Let one way lead to a scene or an ending.',
  'author.finding.claim-missing':
    'Choices show a competency that is not among the claims. Add it with its two marks.',
  'author.finding.claim-unshown':
    'No choice shows this competency. Remove the claim or let choices show it.',
  'author.finding.competency-unknown':
    'The framework has no such competency. Take an id from competencies/framework.yaml.',
  'author.finding.lesson-unknown':
    'There is no such lesson. Write course/lesson with the names of folders.',
  'author.finding.source-unknown':
    'There is no such source. Take an id from sources, or give title and publisher here.',
  'author.finding.reference-unknown':
    'There is no such reference. Add it to `references`, or correct the spelling.',
  'author.finding.reference-unused':
    'No scene names this reference. Name it at the scene that rests on it, or remove it.',
  'author.finding.text-missing':
    'A text is missing. Add a heading with its id and the text below it.',
  'author.finding.text-empty': 'There is a heading and nothing below it. Write the text.',
  'author.finding.text-unused': 'Nothing uses this text. Remove it or correct its id.',
  'author.finding.text-untranslated':
    'It is written in the other language. Write it naturally in its own.',
  'author.finding.text-markup':
    'Marks for formatting would be shown as they stand. Use paragraphs and lists only.',
  'author.finding.unreachable':
    'No path leads there. Look at the conditions, times and values on the way, or remove it.',
  'author.finding.dead-end':
    'At some moment there is nothing to choose. Give one choice no condition.',
  'author.finding.no-ending':
    'At some moment no ending can be reached. Follow the choices and mend the scene in which they stop.',
  'author.finding.single-choice':
    'At some moment there is one choice only: that is no decision. Loosen conditions or add a choice.',
  'author.finding.too-long':
    'Some path does not end in time. Look for scenes that lead back to each other, or raise the limit.',
  'author.finding.too-large':
    'There are too many situations to count. Let conditions look at fewer indicators, or shorten the scenario.',
  'author.finding.too-many-decisions':
    'Some path has more decisions than announced. Shorten it or raise maxDecisions.',
  'author.finding.off-the-scale':
    'An indicator can leave its scale. Make effects smaller, start elsewhere or widen the scale.',
  'author.finding.claim-unattainable':
    'No path shows this competency well. Let some choices show more, or lower `pass`.',
  'author.finding.claim-unfailable':
    'No path shows this competency badly. Let some choices show less, or raise `fail`.',
  'author.finding.claim-thin':
    'Some path shows this competency once or never. Let another scene on that path show it.',
  'author.finding.one-sided':
    'Only some choices of a scene show this competency. Let all of them show it, or none.',
  'author.finding.walkthrough-missing': 'No recorded path ends here. Record one that does.',
  'author.finding.walkthrough-differs':
    'A recorded path now leads elsewhere. Mend the scenario, or the record if the new result is meant.',
  'author.finding.seat-unknown':
    'It names a seat this scenario does not have. Use one of `seats`, or add it.',
  'author.finding.seat-idle':
    'On some path this seat does not decide twice. Let it decide another scene.',
  'author.finding.seat-alone':
    'At some moment nothing is recorded for an empty seat. End `alone` with a choice that has no condition.',
  'author.finding.seat-texts':
    'A seat has nothing to read here. Add a heading whose id ends in @ and the seat, and the text below it.',
  'author.finding.seat-fact-leak':
    'A fact is given away to a seat that must not know it. Say it in other words, or give that seat a text of its own.',
  'author.finding.fact-wordings':
    'A fact needs two to five wordings that would give it away. Write one a line, each beginning with "- ".',
  'author.finding.fact-for-all':
    'Every seat knows this fact. Tell it in the brief, or name only the seats that know it.',
  'author.finding.inject-for-others':
    'One event is told to different seats. Name the same seats, or give it another name.',
  'author.finding.walkthrough-seat':
    'The seat of a recorded path does not fit. Say whose path it is and whether the others are taken, too.',
  'author.finding.dominant':
    'This choice costs nothing that whoever decides can see. Let it cost time or an indicator, or let another choice give something.',
  'author.finding.best-path':
    'One path is best for every indicator. Let something good cost something else.',
  'author.finding.label-long':
    'A choice is too long. Say what is done and leave the rest to the debrief.',
  'author.finding.label-points': 'A choice names points. Say the amount in words.',
  'author.finding.label-judges': 'The words of a choice judge it. Say what is done.',
  'author.finding.label-length':
    'The choice that shows most is usually the longest. Make choices alike in length.',
  'author.ready.forms': 'Observation forms',
  'author.ready.forms-text':
    'Trainers use these when they watch somebody at work. Open one to read what is seen at each level.',
  'author.ready.form': 'Form',
  'author.ready.audience': 'Who is watched',
  'author.ready.for-official': 'Officials',
  'author.ready.for-resident': 'Residents',
  'author.ready.level': 'Level',
  'author.ready.seen': 'What one sees',
  'author.ready.cards': 'Refresher card sets',
  'author.ready.cards-text':
    'The questions of each course that are worth remembering. Open one to read answers and reasons.',
  'author.ready.course': 'Course',
  'author.ready.count': 'Cards',
} as const satisfies Record<keyof typeof korean, string>;
