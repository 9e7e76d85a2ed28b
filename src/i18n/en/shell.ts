import type { shell as korean } from '../ko/shell.ts';

export const shell = {
  'shell.name': 'Hamkke',
  'shell.tagline': 'Where officials and residents learn together',
  'shell.skip': 'Skip to the main text',
  'shell.menu': 'Main menu',
  'shell.courses': 'Courses',
  'shell.scenarios': 'Scenarios',
  'shell.glossary': 'Glossary',
  'shell.my': 'My learning',
  'shell.competencies': 'My competencies',
  'shell.record': 'My record',
  'shell.cohorts': 'Cohorts',
  'shell.admin': 'Administration',
  'shell.account': 'Account of {name}',
  'shell.sign-in': 'Sign in',
  'shell.sign-up': 'Sign up',
  'shell.sign-out': 'Sign out',
  'shell.language': 'Language',
  'shell.other-language': '한국어',
  'shell.demo':
    'This site holds demonstration data. All people and places in it are fictional, and what you enter may be erased at any time.',
  'shell.footer': 'Hamkke is open software that anyone may install.',
  'shell.footer-licence':
    'Source and courses are published under the MIT licence. The typeface Pretendard is under the SIL OFL 1.1.',
  'shell.here': 'You are here',
  'shell.previous': 'Previous',
  'shell.next': 'Next',
  'shell.pages': 'Pages',
  'shell.page-of': 'Page {page} of {total}',
  'shell.save': 'Save',
  'shell.cancel': 'Cancel',
  'shell.back': 'Back',
  'shell.optional': 'optional',
  'shell.problem-summary': 'Something needs your attention',
  'shell.done': 'Saved.',
  'shell.minutes': '{n} min',
  'shell.and-more': 'and {n} more',

  'shell.for-officials': 'Officials',
  'shell.for-residents': 'Residents',
  'shell.area.social-value': 'Social value',
  'shell.area.digital-delivery': 'Digital delivery',
  'shell.area.crisis-response': 'Crisis response',
  'shell.role.civil-servant': 'Civil servant',
  'shell.role.resident': 'Resident',
  'shell.role.trainer': 'Trainer',
  'shell.role.administrator': 'Administrator',
  'shell.role.author': 'Author',

  'shell.home.title': 'Learning from both sides of the counter',
  'shell.home.lead':
    'A public service is never made on one side of the counter alone. In Hamkke, officials and residents learn and practise the same situations from their own seats, and see with evidence what they have become able to do.',
  'shell.home.start-courses': 'Look at the courses',
  'shell.home.start-resident': 'Sign up as a resident',
  'shell.home.no-account':
    'You can read every lesson without an account. Answering questions and keeping your progress needs one; an e-mail address is not required.',
  'shell.home.areas': 'Three subjects',
  'shell.home.area-social-value':
    'Agree first what a service is for, act on it, and explain what has changed.',
  'shell.home.area-digital-delivery':
    'Start from the person, leave nobody out, and keep the service going on the day the system stops.',
  'shell.home.area-crisis-response':
    'Settle beforehand who does what by when, and learn how neighbours and offices move as one.',
  'shell.home.how': 'How you learn',
  'shell.home.how-learn': 'Read and check at once',
  'shell.home.how-learn-text':
    'Lessons of 10 to 15 minutes with questions where they belong in the text. An answer is stored the moment you give it.',
  'shell.home.how-practise': 'Decide in a situation',
  'shell.home.how-practise-text':
    'Take decisions while a simulated clock runs, then look back at what each of them changed.',
  'shell.home.how-show': 'Show it with evidence',
  'shell.home.how-show-text':
    'See which level you have reached, how sure that is, and every piece of evidence behind it.',
  'shell.home.courses-officials': 'Courses for officials',
  'shell.home.courses-residents': 'Courses for residents',
  'shell.home.seats': 'Two seats',
  'shell.home.seats-alternative':
    'A teal circle is the official’s seat, an orange circle the resident’s. Where they overlap, in violet, people learn together.',
  'shell.home.lessons': '{n, plural, one {# lesson} other {# lessons}}',
  'shell.home.questions': '{n, plural, one {# question} other {# questions}}',

  'shell.error.not-found': 'There is no such page',
  'shell.error.not-found-text':
    'The address has changed, or the page is not for you to see. Check the address, or start again below.',
  'shell.error.failed': 'That did not work',
  'shell.error.failed-text':
    'Something went wrong on our side. Answers already stored are safe. Try again in a moment; if it keeps happening, give the number below to an administrator.',
  'shell.error.request': 'Request number',
  'shell.error.home': 'To the first page',
  'shell.error.forbidden': 'This page is not for your role',
  'shell.error.forbidden-text':
    'It is meant for people with another role. If you need it, ask an administrator for that role.',

  'shell.pending.title': 'What you wrote has been kept',
  'shell.pending.before':
    'You sent something while you were not signed in. It is still here: sign in and you can send it.',
  'shell.pending.after': 'You are signed in as {name}. You can now send what was kept.',
  'shell.pending.send': 'Send what was kept',
  'shell.pending.drop': 'Go back without sending',

  'problem.form-incomplete':
    'What was sent could not be read. Open the page again and send it once more.',
  'problem.too-long': 'At most {max} characters fit here.',
  'problem.not-allowed': 'You do not have the right to do this.',
  'problem.not-found': 'That was not found. Please choose it again from the list.',
} as const satisfies Record<keyof typeof korean, string>;
