import { writeAudit } from '#features/audit/service.ts';
import { allUnits } from '#features/identity/service.ts';
import { depthOf, type Unit } from '#features/identity/unit.ts';
import { dayAt } from '#kernel/date.ts';
import type { App } from '#kernel/ports.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Actor, may } from '#kernel/rights.ts';
import { checkSetting, type Setting, writeSetting } from '../setting.ts';
import {
  insertSetting,
  listPeopleMinutes,
  listUnitMinutes,
  listYears,
  type PersonMinutes,
  type UnitMinutes,
} from '../store.ts';
import { settingOf } from './transcript.ts';

export const REPORT_PAGE = 50;
const EVERYBODY = 1_000_000;

export type HoursOfUnit = Omit<UnitMinutes, 'unitId'> & { readonly unit: Unit };

export type HoursReport = {
  readonly year: number;
  readonly years: readonly number[];
  readonly unit: Unit | null;
  readonly setting: Setting;
  /** The chosen unit with everything below it; everybody where none is chosen. */
  readonly whole: Omit<UnitMinutes, 'unitId'>;
  /** The units directly below, each with everything below it. */
  readonly parts: readonly HoursOfUnit[];
  readonly people: readonly PersonMinutes[];
  readonly page: number;
  readonly pages: number;
};
export type HoursQuestion = {
  readonly year: number | null;
  readonly unitId: string | null;
  /** From 1; `all` for a file. */
  readonly page: number | 'all';
};

/**
 * Hours by person and by unit in a year, for administrators. Sums come from the cache, which follows the record within
 * seconds; the transcript of each person behind them is worked out from the record.
 */
export async function hoursReport(
  app: App,
  actor: Actor,
  { year: askedYear, unitId, page }: HoursQuestion,
): Promise<Result<HoursReport>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const units = await allUnits(app);
  const unit = units.find(({ id }) => id === unitId) ?? null;
  if (unitId !== null && unit === null) return refuse({ code: 'not-found' });
  const thisYear = Number(dayAt(app.clock.now(), app.zone).slice(0, 4));
  const year = askedYear ?? thisYear;
  const setting = await settingOf(app.db.read);
  const where = { year, unitPath: unit?.path ?? null };
  const target = setting.targetHours === null ? 0 : setting.targetHours * 60;
  const sums = await listUnitMinutes(app.db.read, { ...where, target });
  const whole = added(sums);
  const pages = Math.max(1, Math.ceil(whole.people / REPORT_PAGE));
  const shown = page === 'all' ? 1 : Math.min(Math.max(1, page), pages);
  const window =
    page === 'all'
      ? { offset: 0, limit: EVERYBODY }
      : { offset: (shown - 1) * REPORT_PAGE, limit: REPORT_PAGE };
  return ok({
    year,
    years: [...new Set([thisYear, ...(await listYears(app.db.read))])].sort((a, b) => b - a),
    unit,
    setting,
    whole,
    parts: partsOf(units, { unit, sums }),
    people: await listPeopleMinutes(app.db.read, where, window),
    page: shown,
    pages,
  });
}

function partsOf(
  units: readonly Unit[],
  { unit, sums }: { unit: Unit | null; sums: readonly UnitMinutes[] },
): HoursOfUnit[] {
  const paths = new Map(units.map(({ id, path }) => [id, path]));
  return units
    .filter(({ parentId, path }) => (unit === null ? depthOf(path) === 0 : parentId === unit.id))
    .map((part) => {
      const inPart = sums.filter(({ unitId }) => {
        const path = paths.get(unitId ?? '') ?? '';
        return path === part.path || path.startsWith(`${part.path}/`);
      });
      return { unit: part, ...added(inPart) };
    })
    .filter(({ people }) => people > 0);
}

function added(sums: readonly UnitMinutes[]): Omit<UnitMinutes, 'unitId'> {
  return {
    people: sums.reduce((sum, one) => sum + one.people, 0),
    minutes: sums.reduce((sum, one) => sum + one.minutes, 0),
    reached: sums.reduce((sum, one) => sum + one.reached, 0),
  };
}

/** What the agency asks for, from here on and for past years alike. Sent twice it is one change. */
export async function changeSetting(
  app: App,
  actor: Actor,
  { eventId, setting }: { readonly eventId: string; readonly setting: Setting },
): Promise<Result<null>> {
  if (!may(actor, 'manage-people')) return refuse({ code: 'not-allowed' });
  const checked = checkSetting(setting);
  if (!checked.ok) return checked;
  const at = app.clock.now();
  const body = writeSetting(checked.value);
  await app.db.write(async (tx) => {
    const isNew = await insertSetting(tx, { id: eventId, at, actorId: actor.personId, body });
    if (!isNew) return;
    const detail = { targetHours: checked.value.targetHours };
    await writeAudit(tx, {
      at,
      actorId: actor.personId,
      act: 'hours-setting-changed',
      subject: 'nobody',
      detail,
    });
  });
  return ok(null);
}
