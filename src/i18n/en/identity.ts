import type { identity as korean } from '../ko/identity.ts';

export const identity = {
  'identity.login': 'Sign-in name',
  'identity.login-hint':
    '3 to 40 characters: a–z, Korean syllables, digits, dot (.), underscore (_) and hyphen (-).',
  'identity.password': 'Password',
  'identity.password-hint':
    'At least 10 characters. A few words in a row are easy to remember and safe.',
  'identity.name': 'Name',
  'identity.name-hint': 'Other participants and trainers see this name.',
  'identity.email': 'E-mail',
  'identity.email-hint':
    'Not needed. It only serves to send you a link when you forget your password.',
  'identity.language': 'Language of pages and mail',
  'identity.language.ko': '한국어',
  'identity.language.en': 'English',
  'identity.unit': 'Unit',
  'identity.roles': 'Roles',

  'identity.sign-in.title': 'Sign in',
  'identity.sign-in.act': 'Sign in',
  'identity.sign-in.forgot': 'Forgotten your password?',
  'identity.sign-in.no-account': 'No account yet?',
  'identity.sign-in.sign-up': 'Sign up as a resident',
  'identity.sign-in.staff':
    'Officials and trainers get their account through an invitation that an administrator sends by mail.',
  'identity.sign-in.reset-done': 'Your new password is set. Please sign in with it.',
  'identity.sign-in.continue': 'After signing in you go back to where you were.',
  'identity.demo.title': 'Accounts to try',
  'identity.demo.text': 'Sign in with one of these to see what each role can do.',
  'identity.demo.try': 'Try as {name}',

  'identity.sign-up.title': 'Sign up as a resident',
  'identity.sign-up.lead':
    'A name, a sign-in name and a password are enough. You do not need an e-mail address.',
  'identity.sign-up.act': 'Sign up',
  'identity.sign-up.have-account': 'Have an account already?',

  'identity.sign-out.title': 'Sign out',
  'identity.sign-out.text':
    'This signs you out on this device. What you have learned and answered stays.',
  'identity.sign-out.act': 'Sign out',

  'identity.forgot.title': 'Forgotten password',
  'identity.forgot.lead':
    'Enter your sign-in name or e-mail address. We send a link for a new password to the address of that account.',
  'identity.forgot.field': 'Sign-in name or e-mail',
  'identity.forgot.act': 'Send me a link',
  'identity.forgot.sent': 'We have your request',
  'identity.forgot.sent-text':
    'If that account exists and has an e-mail address, a link is on its way. It works for one hour. If nothing arrives, look in your spam folder.',
  'identity.forgot.no-mail':
    'If you gave no e-mail address, ask an administrator. They make sure that it is you and give you a link for a new password.',

  'identity.reset.title': 'Choose a new password',
  'identity.reset.lead':
    'This sets a new password for the account {login} and signs it out on every device.',
  'identity.reset.field': 'New password',
  'identity.reset.act': 'Set the new password',
  'identity.reset.again': 'Ask for another link',

  'identity.welcome.title': 'Welcome, {name}',
  'identity.welcome.title-closed': 'This invitation cannot be used',
  'identity.welcome.lead': 'Choose a sign-in name and a password, and you can begin.',
  'identity.welcome.act': 'Begin',

  'identity.account.title': 'My account',
  'identity.account.profile': 'Name and language',
  'identity.account.email': 'E-mail',
  'identity.account.email-none': 'No address is stored.',
  'identity.account.email-clear': 'Save it empty to remove the stored address.',
  'identity.account.password': 'Change the password',
  'identity.account.password-text': 'This signs you out on every other device.',
  'identity.account.current-password': 'Current password',
  'identity.account.new-password': 'New password',
  'identity.account.password-act': 'Change the password',
  'identity.account.sessions': 'Where you are signed in',
  'identity.account.session-unknown': 'Unknown device',
  'identity.account.session-since': 'signed in {moment}',
  'identity.account.session-current': 'this device',
  'identity.account.session-end': 'Sign out {device}',
  'identity.account.session-end-short': 'Sign out',
  'identity.account.everywhere': 'Sign out everywhere',
  'identity.account.everywhere-text':
    'This includes the device you are using. Use it when a device is lost.',
  'identity.account.done.profile': 'Name and language are saved.',
  'identity.account.done.mail': 'Your choice about mails has been saved.',
  'identity.account.done.email': 'The e-mail address is saved.',
  'identity.account.done.password':
    'The password is changed. You are signed out on every other device.',
  'identity.account.done.session': 'You are signed out on that device.',

  'problem.login-required': 'Please enter your sign-in name.',
  'problem.login-form':
    'A sign-in name has 3 to 40 characters: a–z, Korean syllables, digits and . _ -',
  'problem.login-taken': 'This sign-in name is taken. Please choose another one.',
  'problem.name-required': 'Please enter a name.',
  'problem.email-required': 'Please enter an e-mail address.',
  'problem.email-form': 'This does not look like an e-mail address. Write it as name@example.org.',
  'problem.email-taken': 'Another account uses this e-mail address. Please enter a different one.',
  'problem.password-required': 'Please enter a password.',
  'problem.current-password-required': 'Please enter your current password.',
  'problem.password-short':
    'A password needs at least {min, plural, one {# character} other {# characters}}.',
  'problem.password-is-login': 'Please choose a password that differs from your sign-in name.',
  'problem.password-common':
    'Many people use this password, so it is easy to guess. Please choose another one.',
  'problem.password-wrong': 'The current password is not right.',
  'problem.sign-in-wrong': 'The sign-in name or the password is not right. Please check both.',
  'problem.too-many-tries':
    'There were too many tries. Please try again in {minutes, plural, one {# minute} other {# minutes}}.',
  'problem.session-gone': 'That device is signed out already.',
  'problem.reset-invalid': 'This link has been used or has expired. Please ask for another one.',
  'problem.invitation-unknown':
    'We do not know this invitation link. If the invitation was sent again, use the link in the last mail.',
  'problem.invitation-accepted':
    'This invitation has been used. Please sign in with the name chosen then.',
  'problem.invitation-expired':
    'This invitation has expired. Ask the person who invited you to send it again.',
  'problem.invitation-withdrawn':
    'This invitation was taken back. Please ask the person who invited you.',
  'problem.invitation-has-account':
    'An account with the invited e-mail address exists already. Sign in with it and ask an administrator for the role.',
} as const satisfies Record<keyof typeof korean, string>;
