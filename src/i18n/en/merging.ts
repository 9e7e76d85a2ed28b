import type { merging as korean } from '../ko/merging.ts';

export const merging = {
  'merging.title': 'Merge accounts',
  'merging.lead':
    'When one person has two accounts, they become one. This account of {name} stays; the one you name below is closed.',
  'merging.link': 'Merge a duplicate account',
  'merging.list': 'Merged accounts',
  'merging.list-lead':
    'Who merged which accounts, and when. A merge that was wrong can be undone exactly.',
  'merging.none': 'No accounts have been merged.',
  'merging.login': 'Sign-in name of the account to close',
  'merging.login-hint': 'The other account of the same person. Ask them first.',
  'merging.look': 'See what would move',
  'merging.same-name': 'Accounts of the same name',
  'merging.same-name-text':
    'The same name does not make the same person. Look at units and at when they joined.',
  'merging.same-name-accounts': 'Accounts with this name',
  'merging.two-accounts': 'The two accounts side by side',
  'merging.preview': 'Preview',
  'merging.preview-text': 'Nothing has changed yet.',
  'merging.stays': 'Stays',
  'merging.closes': 'Is closed',
  'merging.account': 'Account',
  'merging.thing': 'What',
  'merging.moving': 'To be moved',
  'merging.there': 'There already',
  'merging.thing.statements': 'Learning record',
  'merging.thing.evidence': 'Evidence of competencies',
  'merging.thing.observations': 'Observations of them',
  'merging.thing.challenges': 'Challenges they raised',
  'merging.thing.signatures': 'Signed levels',
  'merging.thing.peers': 'Requests to peers',
  'merging.thing.runs': 'Scenario runs',
  'merging.thing.votes': 'Votes',
  'merging.thing.cohorts': 'Cohorts',
  'merging.thing.positions': 'Positions and civic roles',
  'merging.thing.claims': 'Prior learning',
  'merging.thing.duties': 'Excuses from required learning',
  'merging.thing.sheets': 'Sheets they keep',
  'merging.thing.imports': 'Imported records',
  'merging.what-happens': 'What merging does',
  'merging.happens.one-life':
    'Competencies and courses are worked out again, exactly as for a person who did all of it with one account.',
  'merging.happens.twice':
    'Where both accounts played the same scenario, only the earlier run stays evidence.',
  'merging.happens.record': 'No line of the learning record is rewritten.',
  'merging.happens.roles':
    'The roles of the account that is closed ({roles}) do not move. Give them afterwards if they are needed.',
  'merging.happens.sign-in':
    'The closed account can no longer be signed in to, and tells its owner why.',
  'merging.happens.said':
    'What they said of others, ratings and signatures, stays under the name of that time.',
  'merging.happens.undo': 'It can be undone exactly.',
  'merging.met': 'These cannot be merged',
  'merging.met-text':
    'The two accounts have met. Either they are two people, or somebody judged themselves.',
  'merging.met.run': 'They sat in the same scenario run.',
  'merging.met.judged': 'One rated or reviewed what the other can do.',
  'merging.met.signed': 'One signed a level of the other.',
  'merging.met.answered': 'One answered a challenge of the other.',
  'merging.met.trained': 'One trains a cohort the other is in.',
  'merging.reason': 'Reason',
  'merging.reason-hint':
    'Say how you know that it is the same person. It stays with the merge; where evidence is revoked by it, the person reads it too.',
  'merging.act': 'Merge',
  'merging.one': '{from} merged into {into}',
  'merging.done.merged': 'Merged.',
  'merging.done.undone': 'Undone. Both accounts are as they were.',
  'merging.by': '{name} merged them on {day}. Reason: {reason}',
  'merging.undone-by': '{name} undid it on {day}. Reason: {reason}',
  'merging.moved': 'What moved',
  'merging.moved-none': 'Nothing moved. The learning record is not moved but read together.',
  'merging.undo': 'Undo',
  'merging.undo-text':
    'Puts everything that moved back in its place and opens the closed account again. What was done since stays with the account that stayed.',
  'merging.state': 'State',
  'merging.state.merged': 'Merged',
  'merging.state.undone': 'Undone',
  'merging.when': 'When',
  'merging.became': 'This account became part of another account of {name} ({login}).',

  'problem.account-merged':
    'This account became part of your other account and is closed. Sign in with the sign-in name of the other one; an administrator can tell you which it is.',
  'problem.merge-same':
    'This is the account that stays. Write the sign-in name of the one to close.',
  'problem.merge-closed': 'This account is closed already. Only open accounts can be merged.',
  'problem.merge-own': 'Nobody merges their own account. Ask another administrator.',
  'problem.merge-met': 'These accounts have met and cannot be merged.',
  'problem.merge-unknown': 'There is no account with this sign-in name.',
  'problem.merge-undone': 'This has been undone already.',
  'problem.merge-undo-later':
    'The account that stayed was merged into another one since. Undo the later merge first.',
} as const satisfies Record<keyof typeof korean, string>;
