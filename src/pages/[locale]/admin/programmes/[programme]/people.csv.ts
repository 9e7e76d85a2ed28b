import type { APIRoute } from 'astro';
import { allUnits } from '#features/identity/service.ts';
import { allPeopleIn, isStanding } from '#features/programme/service.ts';
import { csvFile } from '#platform/http/export.ts';

/** Who stands how in a programme, for a spreadsheet: the same people as on the page, all of them. */
export const GET: APIRoute = async ({ locals, params, rewrite, url }) => {
  const { app, t, locale, person } = locals;
  const programmeId = params['programme'] ?? '';
  const asked = url.searchParams.get('standing') ?? '';
  const found =
    person &&
    (await allPeopleIn(app, person, {
      programmeId,
      standing: isStanding(asked) ? asked : null,
      isImpossible: asked === 'impossible',
      search: url.searchParams.get('search') ?? '',
    }));
  if (!found?.ok) return rewrite('/404');
  const units = new Map((await allUnits(app)).map((unit) => [unit.id, unit.name[locale]]));
  const header = [
    t('programme.people.name'),
    t('programme.people.unit'),
    t('programme.people.period'),
    t('programme.people.standing'),
    t('programme.date.opens'),
    t('programme.people.due'),
    t('programme.people.done'),
    t('programme.people.valid'),
    t('programme.admin.impossible'),
  ];
  const rows = found.value.map((one) => [
    one.name,
    units.get(one.unitId ?? '') ?? '',
    one.period,
    t(`programme.word.${one.standing}`),
    one.opensOn,
    one.dueOn,
    one.doneOn ?? '',
    one.validUntil ?? '',
    one.isImpossible ? t('programme.people.impossible') : '',
  ]);
  return csvFile(`programme-${programmeId}`, header, rows);
};
