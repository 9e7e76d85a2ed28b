import { admin } from './en/admin.ts';
import { assessment } from './en/assessment.ts';
import { author } from './en/author.ts';
import { bulk } from './en/bulk.ts';
import { calibration } from './en/calibration.ts';
import { catalogue } from './en/catalogue.ts';
import { challenge } from './en/challenge.ts';
import { changes } from './en/changes.ts';
import { cohort } from './en/cohort.ts';
import { competency } from './en/competency.ts';
import { credential } from './en/credential.ts';
import { duty } from './en/duty.ts';
import { framework } from './en/framework.ts';
import { identity } from './en/identity.ts';
import { improvement } from './en/improvement.ts';
import { inbox } from './en/inbox.ts';
import { intake } from './en/intake.ts';
import { learning } from './en/learning.ts';
import { merging } from './en/merging.ts';
import { position } from './en/position.ts';
import { prior } from './en/prior.ts';
import { profile } from './en/profile.ts';
import { programme } from './en/programme.ts';
import { recommendation } from './en/recommendation.ts';
import { refresher } from './en/refresher.ts';
import { reminder } from './en/reminder.ts';
import { scenario } from './en/scenario.ts';
import { search } from './en/search.ts';
import { sheet } from './en/sheet.ts';
import { shell } from './en/shell.ts';
import { survey } from './en/survey.ts';
import { transcript } from './en/transcript.ts';
import { unit } from './en/unit.ts';
import { vote } from './en/vote.ts';
import { witness } from './en/witness.ts';

/** English. Each area `satisfies` the keys of its Korean twin. */
export const en = {
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
