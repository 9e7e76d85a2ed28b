import type { APIRoute } from 'astro';
import { personInCohort } from '#features/cohort/service.ts';
import { gapsOfPerson } from '#features/position/service.ts';
import { profileFile } from '#ui/components/profile/export.ts';

/** The profile of a cohort's member for their trainer. */
export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const { app, t, locale, person } = locals;
  if (!person) return rewrite('/404');
  const { cohort = '', person: personId = '' } = params;
  const found = await personInCohort(app, person, cohort, personId);
  if (!found.ok) return rewrite('/404');
  const { profile, trainers } = found.value;
  const gaps = await gapsOfPerson(app, person, { personId, trainers });
  if (!gaps.ok) return rewrite('/404');
  return profileFile('json', { profile, gaps: gaps.value.gaps }, { t, locale, app });
};
