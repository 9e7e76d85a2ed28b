import type { APIRoute } from 'astro';
import { programmesIn } from '#features/duty/duty.ts';
import { isAnswerFilter, wholeRoster } from '#features/duty/service.ts';
import { allUnits } from '#features/identity/service.ts';
import { programmeNames } from '#features/programme/service.ts';
import { csvFile } from '#platform/http/export.ts';
import { sayMissing } from '#ui/components/duty/words.ts';

/** Who may be rostered for a duty, for a spreadsheet: the same people as on the page, all of them. */
export const GET: APIRoute = async ({ locals, params, rewrite, url }) => {
  const { app, t, locale, person } = locals;
  const only = url.searchParams.get('only') ?? '';
  const question = {
    dutyId: params['duty'] ?? '',
    unitId: url.searchParams.get('unit') || null,
    only: isAnswerFilter(only) ? only : null,
    search: url.searchParams.get('search') ?? '',
  };
  const found = person && (await wholeRoster(app, person, question));
  if (!found?.ok) return rewrite('/404');
  const { duty, lines } = found.value;
  const programmes = await programmeNames(app, programmesIn([duty]));
  const units = new Map((await allUnits(app)).map((unit) => [unit.id, unit.name[locale]]));
  const words = { t, locale, app, programmes };
  const header = [
    t('programme.people.name'),
    t('programme.people.unit'),
    t('duty.answer'),
    t('programme.people.valid'),
    t('duty.missing-head'),
  ];
  const rows = lines.map(({ name, unitId, answer }) => [
    name,
    units.get(unitId ?? '') ?? '',
    t(answer.isReady ? 'duty.ready' : 'duty.not-ready'),
    answer.until ?? '',
    sayMissing(answer, words).join(' / '),
  ]);
  return csvFile(`duty-${duty.id}`, header, rows);
};
