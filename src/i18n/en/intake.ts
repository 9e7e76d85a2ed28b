import type { intake as korean } from '../ko/intake.ts';

export const intake = {
  'intake.title': 'Imports',
  'intake.lead':
    'Bring completions and lists of people from other systems as CSV files. First you see, line by line, what would happen; nothing counts until you confirm, and a whole import can be undone.',
  'intake.new': 'Upload a file',
  'intake.none': 'No file has been brought yet.',
  'intake.none-hint': 'Under “Upload a file” there are samples that show which columns are needed.',
  'intake.list': 'Files brought so far',
  'intake.file': 'File',
  'intake.kind': 'About',
  'intake.kind.records': 'Completions and certificates',
  'intake.kind.people': 'People',
  'intake.rows': 'Lines',
  'intake.rows-n': '{n, plural, one {# line} other {# lines}}',
  'intake.by': 'Uploaded by',
  'intake.at': 'Uploaded',
  'intake.state': 'State',
  'intake.state.reading': 'Being read',
  'intake.state.draft': 'Not confirmed yet',
  'intake.state.applying': 'Being taken',
  'intake.state.applied': 'Taken',
  'intake.state.undoing': 'Being undone',
  'intake.state.undone': 'Undone',
  'intake.state.discarded': 'Discarded',
  'intake.waiting-link':
    '{n, plural, =0 {No line waits for its person} one {# line waits for its person} other {# lines wait for their person}}',

  'intake.new.lead':
    'Any table parted by commas, semicolons or tabs will do, in UTF-8 or EUC-KR, with Korean or English column names. Uploading alone changes nothing.',
  'intake.new.kind': 'What do you bring?',
  'intake.new.file': 'CSV file',
  'intake.new.file-hint':
    'Up to {rows} lines and {max} MB. Save spreadsheets as CSV before you upload them.',
  'intake.new.send': 'Upload and preview',
  'intake.new.again': 'For your safety, browsers ask you to choose the file again.',
  'intake.new.samples': 'Samples',
  'intake.new.samples-text':
    'These show the columns and how to fill them. You can change one and upload it.',
  'intake.new.sample.records.ko': 'Completions, Korean column names',
  'intake.new.sample.records.en': 'Completions, English column names',
  'intake.new.sample.people.ko': 'People, Korean column names',
  'intake.new.sample.people.en': 'People, English column names',
  'intake.new.records-text':
    'Completions become evidence of competencies, with whoever confirms them as the named reviewer. They never look like tests taken here.',

  'intake.one.facts': 'The file',
  'intake.one.encoding': 'Encoding',
  'intake.one.separator': 'Separator',
  'intake.one.separator.comma': 'Comma',
  'intake.one.separator.semicolon': 'Semicolon',
  'intake.one.separator.tab': 'Tab',
  'intake.one.confirmed': '{name} confirmed it on {day}.',
  'intake.one.undone': '{name} undid it on {day}. Reason: {reason}',
  'intake.one.columns': '1. Which column is what',
  'intake.one.columns-text':
    'Chosen as far as the names tell. Correct what is not right and check again. The next file with the same column names will be read as you choose here.',
  'intake.one.no-column': 'None',
  'intake.one.column': '{name} (such as {sample})',
  'intake.one.column-bare': '{name}',
  'intake.one.options': 'For every line',
  'intake.one.words': 'Unknown competencies',
  'intake.one.words-text':
    'The framework does not know these words. Choose the competency that means the same and their lines will be taken; lines you leave without one stay out.',
  'intake.one.word-none': 'Not chosen',
  'intake.one.check': 'Check again',
  'intake.one.checking': 'The check has not ended. Press “Check again”.',
  'intake.one.lines': 'What becomes of each line',
  'intake.one.dry-run': '2. Preview',
  'intake.one.dry-run-text': 'Nothing has been taken yet.',
  'intake.one.result': 'What became of each line',
  'intake.one.summary': 'Lines counted by what they are',
  'intake.one.all': 'Show all lines',
  'intake.one.shown': 'Showing only “{verdict}”',
  'intake.one.line': 'Line',
  'intake.one.who': 'Who',
  'intake.one.what': 'What',
  'intake.one.verdict': 'Verdict',
  'intake.one.outcome': 'Outcome',
  'intake.one.count': 'Lines',
  'intake.one.no-rows': 'There are no such lines.',
  'intake.one.confirm': '3. Confirm',
  'intake.one.confirm-records':
    '{n, plural, =0 {No line would add anything.} one {# line becomes evidence, with your name as the reviewer.} other {# lines become evidence, with your name as the reviewer.}}',
  'intake.one.confirm-people':
    '{n, plural, =0 {Nothing would change.} one {# person changes.} other {# people change.}}',
  'intake.one.leave-out':
    'Leave out {n, plural, one {the # line that is} other {the # lines that are}} wrong.',
  'intake.one.keep-unmatched':
    '{n, plural, one {# line names somebody unknown. It is} other {# lines name people unknown. They are}} kept, and taken when the person appears.',
  'intake.one.apply': 'Confirm',
  'intake.one.discard': 'Discard',
  'intake.one.discard-text': 'Deletes all lines of this file. Nothing of it has been taken.',
  'intake.one.working':
    '{done} of {rows} lines are done. You may leave this page; the rest is done anyway.',
  'intake.one.look-again': 'Look again',
  'intake.one.undo': 'Undo all of it',
  'intake.one.undo-text-records':
    'Revokes all evidence this file gave and lets go of lines that wait. The people concerned read your reason.',
  'intake.one.undo-text-people':
    'Puts back everything this file changed. What somebody else changed afterwards stays.',
  'intake.one.reason': 'Reason',
  'intake.done.applied': 'Taken.',
  'intake.done.begun': 'Begun.',
  'intake.done.undone': 'Undone.',
  'intake.done.checked': 'Checked again.',
  'intake.done.discarded': 'Discarded. None of its lines are left.',
  'intake.done.matched': 'Taken as a record of {name}.',

  'intake.field.login': 'Sign-in name',
  'intake.field.email': 'E-mail',
  'intake.field.name': 'Name',
  'intake.field.competency': 'Competency or course',
  'intake.field.level': 'Level',
  'intake.field.score': 'Score',
  'intake.field.day': 'Day of completion',
  'intake.field.system': 'Source (system or institution)',
  'intake.field.remark': 'Name of the course, or remark',
  'intake.field.hours': 'Hours it took',
  'intake.field.unit': 'Unit',
  'intake.field.grade': 'Grade',
  'intake.field.joined': 'Joined on',
  'intake.field.left': 'Left on',
  'intake.option.system': 'Source, where no column says',
  'intake.option.scale': 'Highest possible score',
  'intake.option.level': 'Lines without level and score',
  'intake.option.level-none': 'Do not take them',
  'intake.option.level-as': 'Take them as “{level}”',

  'intake.verdict.unread': 'Not checked yet',
  'intake.verdict.wrong': 'Wrong',
  'intake.verdict.ready': 'To be taken',
  'intake.verdict.there': 'Already there',
  'intake.verdict.unmatched': 'Unknown person',
  'intake.verdict.new': 'New person',
  'intake.verdict.changed': 'Changed',
  'intake.verdict.moved': 'Moves unit',
  'intake.verdict.leaving': 'Leaves',
  'intake.row.open': 'Not done yet',
  'intake.row.applied': 'Taken',
  'intake.row.waiting': 'Waits for its person',
  'intake.row.skipped': 'Not taken',
  'intake.row.undone': 'Undone',
  'intake.reading.level': '{competency}: {level}',
  'intake.reading.share': '{competency}: {percent}%',
  'intake.reading.where': '{day}, {system}',

  'intake.waiting.title': 'Lines that wait for their person',
  'intake.waiting.lead':
    'Records of people who could not be found. When somebody with that sign-in name or e-mail address appears, their records are taken within the hour. If you know who it is, say so.',
  'intake.waiting.search': 'Name, sign-in name or e-mail',
  'intake.waiting.find': 'Search',
  'intake.waiting.found': '{n, plural, one {# line} other {# lines}}',
  'intake.waiting.none': 'No line waits.',
  'intake.waiting.from': 'File',
  'intake.waiting.match': 'Whose record is it?',
  'intake.waiting.login-of': 'Sign-in name of “{who}”',
  'intake.waiting.act': 'It is theirs',

  'problem.file-missing': 'Choose a CSV file.',
  'problem.file-too-large': 'The file is larger than {max} MB. Upload it in parts.',
  'problem.file-empty': 'There are no lines below the column names. Choose another file.',
  'problem.file-unreadable':
    'The letters of this file cannot be read. Save it as “CSV UTF-8” and upload it again.',
  'problem.file-rows': 'The file has more than {max} lines. Upload it in parts.',
  'problem.file-columns': 'The file has more than {max} columns. Keep only those that are needed.',
  'problem.file-table':
    'The table cannot be read near line {line}. Look for a quotation mark that is not closed.',
  'problem.import-not-draft': 'This file has already been confirmed or discarded.',
  'problem.import-not-applied':
    'Only an import that has been taken to its end can be undone. Try again in a moment.',
  'problem.import-changed':
    'The settings have changed meanwhile, and the preview with them. Look at it again below, then confirm.',
  'problem.import-wrong-rows':
    '{n, plural, one {# line is} other {# lines are}} wrong. Mend the file and upload it again, or say that they are to be left out.',
  'problem.row-person-missing': 'Neither sign-in name nor e-mail address. Fill in one of them.',
  'problem.row-competency-missing': 'The competency or course is empty.',
  'problem.row-competency-unknown':
    'The framework does not know “{word}”. Choose the competency that means the same under “Unknown competencies”.',
  'problem.row-day-missing': 'The day of completion is missing. Choose its column above.',
  'problem.row-day': '“{word}” cannot be read as a day. Write it as 2026-11-22.',
  'problem.row-day-future': '“{word}” has not come yet.',
  'problem.row-system-missing':
    'Which system it comes from is not said. Choose a source column, or fill in “Source, where no column says”.',
  'problem.row-text-long':
    'Source and remark are longer than {max} characters together. Shorten them.',
  'problem.row-level': '“{word}” is no level. Write a number from 0 to 4 or the name of a level.',
  'problem.row-hours':
    '“{word}” cannot be read as hours. Write them like 4, 4.5 or 1:30, at most {max}.',
  'problem.row-score':
    '“{word}” cannot be read as a score. See whether the highest possible score is right.',
  'problem.row-result-missing':
    'Neither level nor score. You can choose above how lines without both are taken.',
  'problem.row-two-people':
    'The sign-in name and the e-mail address belong to two people. Correct one of them.',
  'problem.row-own': 'Nobody brings their own records. Ask another reviewer.',
  'problem.row-not-waiting': 'Somebody else has dealt with this line meanwhile.',
  'problem.row-person-unknown': 'Nobody with this sign-in name was found.',
  'intake.option.role': 'Role of new people',
  'intake.option.language': 'Language of new people',
  'intake.option.units': 'Units that do not exist',
  'intake.option.units-no': 'Do not make them (their lines are wrong)',
  'intake.option.units-yes': 'Make them',
  'intake.one.missing-units': 'Units that do not exist yet',
  'intake.one.missing-units-text':
    'The file names them, the organisation does not have them. Under “Units that do not exist” you can choose to make them.',
  'intake.person.new': '{name} ({login})',
  'intake.person.change': '{field}: {before} → {after}',
  'intake.person.none': 'none',
  'intake.person.leaves': 'The account is closed',
  'intake.person.returns': 'The closed account is opened again',
  'intake.person.told': '{field}: {value}',
  'problem.row-email-taken':
    'This address belongs to the account {login}. If it is the same person, correct the sign-in name; if not, the address.',
  'problem.row-merged':
    'This account became part of another one. Write the sign-in name of the one that stays.',
  'problem.row-person-twice':
    'An earlier line has the same sign-in name or address. Keep one of them.',
  'problem.row-unit-missing':
    'There is no unit “{word}”. Correct its name, or choose above to make it.',
  'problem.row-leaver-unknown': 'This person is said to have left, but there is no such account.',
  'problem.row-left-future': 'The day of leaving has not come yet. Bring it after that day.',
  'problem.row-own-leaving':
    'You cannot close your own account this way. Ask another administrator.',
  'problem.row-same-name':
    'Please look: somebody is called {name} already. If it is the same person, correct the sign-in name of this line.',
} as const satisfies Record<keyof typeof korean, string>;
