import type { APIRoute } from 'astro';
import { allUnits, namesOf } from '#features/identity/service.ts';
import type { ExceptionLine } from '#features/programme/exception.ts';
import { allExceptions, programmeNames, programmesInUse } from '#features/programme/service.ts';
import { exceptionsIn } from '#forms/exceptions.ts';
import { dayAt } from '#kernel/date.ts';
import { csvFile } from '#platform/http/export.ts';
import { peopleOfLines, programmesOfLines, sayKind } from '#ui/components/programme/exceptions.ts';

/** What was decided for single people, for a spreadsheet: the same as on the page, all of them. */
export const GET: APIRoute = async ({ locals, rewrite, url }) => {
  const { app, t, locale, person } = locals;
  const units = await allUnits(app);
  const known = new Set([...units, ...(await programmesInUse(app))].map(({ id }) => id));
  const found = person && (await allExceptions(app, person, exceptionsIn(url.searchParams, known)));
  if (!found?.ok) return rewrite('/404');
  const names = await namesOf(app, peopleOfLines(found.value));
  const titles = await programmeNames(app, programmesOfLines(found.value));
  const unitNames = new Map(units.map(({ id, name }) => [id, name[locale]]));
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''));
  const dayOf = (at: number) => dayAt(at, app.zone);
  const closing = (closed: ExceptionLine['closed']) =>
    closed ? [nameOf(closed.byId), dayOf(closed.at), closed.why] : ['', '', ''];
  const header = [
    t('programme.people.name'),
    t('programme.people.unit'),
    t('unit.exception.kind'),
    t('unit.exception.state'),
    t('unit.exception.programme'),
    t('programme.people.period'),
    t('unit.exception.from'),
    t('unit.exception.to'),
    t('unit.exception.reason'),
    t('unit.exception.recorded-by'),
    t('unit.exception.recorded-on'),
    t('unit.exception.closed-by'),
    t('unit.exception.closed-on'),
    t('unit.exception.closed-why'),
  ];
  const rows = found.value.map((one) => [
    one.name,
    unitNames.get(one.unitId ?? '') ?? '',
    sayKind(one, t),
    t(`unit.exception.state.${one.state}`),
    titles.get(one.programmeId ?? '')?.[locale] ?? '',
    one.period ?? '',
    one.from ?? '',
    one.until ?? '',
    one.reason,
    one.byId === null ? t('unit.exception.product') : nameOf(one.byId),
    dayOf(one.at),
    ...closing(one.closed),
  ]);
  return csvFile('exceptions', header, rows);
};
