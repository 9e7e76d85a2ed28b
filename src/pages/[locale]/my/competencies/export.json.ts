import type { APIRoute } from 'astro';
import { profileOf } from '#features/competency/service.ts';
import { gapsOfPerson } from '#features/position/service.ts';
import { profileFile } from '#ui/components/profile/export.ts';

/** One's own profile to take along. */
export const GET: APIRoute = async ({ locals, rewrite }) => {
  const { app, t, locale, person } = locals;
  if (!person) return rewrite('/404');
  const { personId } = person;
  const profile = await profileOf(app, person, personId);
  const gaps = await gapsOfPerson(app, person, { personId });
  if (!profile.ok || !gaps.ok) return rewrite('/404');
  const exported = { profile: profile.value, gaps: gaps.value.gaps };
  return profileFile('json', exported, { t, locale, app });
};
