import { admin } from './ko/admin.ts';
import { assessment } from './ko/assessment.ts';
import { author } from './ko/author.ts';
import { bulk } from './ko/bulk.ts';
import { calibration } from './ko/calibration.ts';
import { catalogue } from './ko/catalogue.ts';
import { challenge } from './ko/challenge.ts';
import { changes } from './ko/changes.ts';
import { cohort } from './ko/cohort.ts';
import { competency } from './ko/competency.ts';
import { credential } from './ko/credential.ts';
import { duty } from './ko/duty.ts';
import { framework } from './ko/framework.ts';
import { identity } from './ko/identity.ts';
import { improvement } from './ko/improvement.ts';
import { inbox } from './ko/inbox.ts';
import { intake } from './ko/intake.ts';
import { learning } from './ko/learning.ts';
import { merging } from './ko/merging.ts';
import { position } from './ko/position.ts';
import { prior } from './ko/prior.ts';
import { profile } from './ko/profile.ts';
import { programme } from './ko/programme.ts';
import { recommendation } from './ko/recommendation.ts';
import { refresher } from './ko/refresher.ts';
import { reminder } from './ko/reminder.ts';
import { scenario } from './ko/scenario.ts';
import { search } from './ko/search.ts';
import { sheet } from './ko/sheet.ts';
import { shell } from './ko/shell.ts';
import { survey } from './ko/survey.ts';
import { transcript } from './ko/transcript.ts';
import { unit } from './ko/unit.ts';
import { vote } from './ko/vote.ts';
import { witness } from './ko/witness.ts';

/** Korean; its keys are the keys of every language. */
export const ko = {
  ...shell,
  ...identity,
  ...admin,
  ...author,
  ...catalogue,
  ...search,
  ...learning,
  ...assessment,
  ...sheet,
  ...refresher,
  ...scenario,
  ...improvement,
  ...competency,
  ...profile,
  ...recommendation,
  ...calibration,
  ...framework,
  ...position,
  ...witness,
  ...challenge,
  ...changes,
  ...unit,
  ...programme,
  ...credential,
  ...transcript,
  ...cohort,
  ...survey,
  ...vote,
  ...prior,
  ...intake,
  ...merging,
  ...bulk,
  ...inbox,
  ...reminder,
  ...duty,
} as const;
