import type { credential as korean } from '../ko/credential.ts';

export const credential = {
  'credential.badge.course':
    'Finished all {steps} steps of the course and answered at least {needed} of its {total} questions correctly.',
  'credential.badge.course-plain': 'Finished all {steps} steps of the course.',
  'credential.badge.programme': 'Finished everything that was required: {things}.',
  'credential.badge.course-shown':
    'Showed, in the way set for it, that they already know what the course teaches, instead of sitting it.',
  'credential.badge.programme-plain': 'Finished everything that was required.',

  'credential.title': 'Certificates',
  'credential.lead':
    'You can have a certificate of each course and each required programme you finished. It is signed electronically after an international standard (Open Badges 3.0), so anybody can check that it is genuine.',
  'credential.public':
    'A certificate puts your name, what you finished and when at a public address. Nobody can guess the address; only people you give it to can look. Without a certificate your record stays just as it is.',
  'credential.mine': 'Your certificates',
  'credential.none': 'You have no certificate yet.',
  'credential.none-hint':
    'When you finish a course or a required programme, you can get a certificate of it here.',
  'credential.waiting': 'Certificates you can get',
  'credential.ask': 'Get the certificate',
  'credential.ask-for': 'Get the certificate: {name}',
  'credential.see': 'See the certificate',
  'credential.earned-on': 'Finished on {day}',
  'credential.state.valid': 'Valid',
  'credential.state.expired': 'Expired',
  'credential.state.revoked': 'No longer valid',
  'credential.until': 'Valid until {day}',
  'credential.for-ever': 'Does not expire',

  'credential.one.title': 'Certificate: {name}',
  'credential.one.issued': 'Your certificate is ready.',
  'credential.one.renewed':
    'There is a new certificate with your present name. The old one is no longer valid.',
  'credential.one.withdrawn': 'The certificate is no longer valid.',
  'credential.heading': 'Certificate',
  'credential.certifies': 'The person named above has finished the following.',
  'credential.recipient': 'Name',
  'credential.achievement': 'What was finished',
  'credential.criteria': 'What it took',
  'credential.hours': 'Length',
  'credential.hours-n': 'about {n} h',
  'credential.earned': 'Finished on',
  'credential.issued': 'Issued on',
  'credential.valid-until': 'Valid until',
  'credential.issuer': 'Issued by',
  'credential.scan': 'Scan this code or open the address below it to check that this is genuine.',
  'credential.qr': 'QR code with the address for checking',
  'credential.check-link': 'Address for checking',
  'credential.take': 'Download and share',
  'credential.pdf': 'Download as PDF',
  'credential.json': 'Download the electronic certificate (JSON)',
  'credential.jwt': 'Download the electronic certificate (JWT)',
  'credential.files-hint':
    'JSON and JWT are two electronic forms of the same certificate. Use the one that a digital wallet or another office asks you for.',
  'credential.copy-hint': 'Copy this address and send it: whoever opens it can check at once.',
  'credential.name-changed':
    'This certificate says {was}; your name is now {now}. You can get it again with your present name. This one is then no longer valid.',
  'credential.renew': 'Get it with my present name',
  'credential.withdraw': 'Make it invalid',
  'credential.withdraw-text':
    'A certificate that was made invalid cannot be brought back. Your name and what it says go from the public address; whoever checks it only reads “no longer valid”. Your record stays as it is, and you can get a new certificate later.',
  'credential.withdraw-sure': 'Yes, make this certificate invalid',
  'credential.revoked.superseded': 'Replaced by a new certificate on {day}.',
  'credential.revoked.owner': 'Made invalid by its owner on {day}.',
  'credential.revoked.issuer': 'Made invalid by the issuer on {day}.',
  'credential.revoked.barred': 'Made invalid by the issuer on {day}.',
  'credential.revoked-why': 'Reason: {why}',

  'credential.verify.title': 'Check a certificate',
  'credential.verify.lead':
    'Choose an electronic certificate (JSON or JWT) as a file or paste it to see at once whether it was issued here, whether anything was changed and whether it is still valid. You need not sign in, and what you send is not kept.',
  'credential.verify.file': 'File of the certificate',
  'credential.verify.file-hint': 'Choose the .json or .jwt file you were given.',
  'credential.verify.given': 'Text of the certificate',
  'credential.verify.given-hint':
    'Instead of a file you can paste its text, copied from beginning to end.',
  'credential.verify.check': 'Check',
  'credential.verify.another': 'Check another certificate',
  'credential.verify.checked': 'Checked {moment}.',
  'credential.verify.result': 'Result',
  'credential.verify.steps': 'What was checked',
  'credential.verify.step': 'Checked',
  'credential.verify.outcome': 'Result',
  'credential.verify.says': 'What the certificate says',
  'credential.verify.independent':
    'You need not take our word for it: download the electronic certificate and check it with any other program that follows the standards (Open Badges 3.0, W3C Verifiable Credentials 2.0).',
  'credential.verify.keys': 'Public keys of the issuer',
  'credential.verify.status-list': 'List of certificates no longer valid',
  'credential.verify.passed': 'Yes',
  'credential.verify.failed': 'No',
  'credential.verify.not-asked': 'Not checked',
  'credential.verify.what.form': 'Can it be read as a certificate?',
  'credential.verify.what.issuer': 'Was it issued here?',
  'credential.verify.what.key': 'Can the key it was signed with be trusted?',
  'credential.verify.what.proof': 'Is it unchanged since it was signed, to the letter?',
  'credential.verify.what.register': 'Is it the same as in our register?',
  'credential.verify.what.date': 'Is it within its dates?',
  'credential.verify.what.status': 'Is it still in force?',
  'credential.verdict.valid': 'This certificate is genuine and valid.',
  'credential.verdict.unreadable': 'This cannot be read as a certificate.',
  'credential.verdict.not-ours': 'This certificate was not issued here.',
  'credential.verdict.key-unknown': 'This certificate was not signed with a key of ours.',
  'credential.verdict.key-withdrawn':
    'This certificate was signed with a key that can no longer be trusted.',
  'credential.verdict.altered':
    'This certificate was changed after it was issued. Do not trust it.',
  'credential.verdict.not-issued': 'This certificate is not in our register.',
  'credential.verdict.not-yet': 'This certificate is not valid yet.',
  'credential.verdict.expired': 'This certificate is genuine but has expired.',
  'credential.verdict.revoked': 'This certificate is genuine but no longer valid.',
  'credential.advice.unreadable':
    'See whether you copied the file from beginning to end. JSON begins with a curly bracket; a JWT is a long run of letters with two dots in it.',
  'credential.advice.not-ours':
    'Only certificates issued here can be checked here. Ask at the place that issued it.',
  'credential.advice.key-unknown': 'Ask whoever gave it to you for the original file.',
  'credential.advice.key-withdrawn':
    'If it dates from before the key was changed, its owner can get a new one. Ask for that.',
  'credential.advice.altered':
    'Ask whoever gave it to you for the address for checking or for the original file.',
  'credential.advice.not-issued': 'Ask whoever gave it to you for the address for checking.',

  'credential.admin.title': 'Certificates issued',
  'credential.admin.lead':
    'A certificate issued in error is made invalid, with a reason. That cannot be undone. Whether the person may get a new one you decide then; you can also allow it later.',
  'credential.admin.search': 'Search by name or learning',
  'credential.admin.find': 'Search',
  'credential.admin.none': 'There are no certificates.',
  'credential.admin.count': '{n, plural, one {# certificate} other {# certificates}}',
  'credential.admin.caption': 'Certificates issued, the newest first',
  'credential.admin.state': 'State',
  'credential.admin.act': 'What to do',
  'credential.admin.open': 'Make invalid: {recipient}',
  'credential.admin.revoke': 'Make invalid',
  'credential.barred':
    'The issuer made it invalid, so you cannot get a new one. The reason stands on the certificate below. If you see it differently, tell an administrator.',
  'credential.admin.then': 'A new certificate',
  'credential.admin.then.issuer': 'The person may get a new one (something in it was wrong)',
  'credential.admin.then.barred': 'The person may not get a new one (it was not deserved)',
  'credential.admin.allow': 'Allow a new one',
  'credential.admin.allow-for': 'Allow a new one: {recipient}',
  'credential.admin.allowed': 'A new certificate can be had now.',
  'credential.admin.why': 'Reason',
  'credential.admin.why-hint':
    'The person reads it; others who check the certificate do not. Up to {max} characters.',
  'credential.admin.sure':
    'This cannot be undone. Every program that checks certificates knows within minutes.',
  'credential.admin.done': 'The certificate is no longer valid.',
  'credential.admin.verify': 'See the page for checking',

  'problem.credential-not-earned':
    'You have not finished this yet. You can get the certificate when you have.',
  'problem.credential-barred':
    'The issuer made this certificate invalid, so a new one cannot be had. If you see it differently, tell an administrator.',
  'problem.credential-then-missing': 'Say whether the person may get a new certificate.',
  'problem.credential-why-missing': 'Say why it is made invalid. The person reads it.',
  'problem.credential-why-long': 'The reason may have up to {max} characters. Please shorten it.',
  'problem.credential-not-sure':
    'To make it invalid, tick the box that says yes. It cannot be undone.',
  'problem.credential-given-missing': 'Choose the file of a certificate or paste its text.',
  'problem.credential-given-long': 'This is too long for a certificate. Look at the file again.',
} as const satisfies Record<keyof typeof korean, string>;
