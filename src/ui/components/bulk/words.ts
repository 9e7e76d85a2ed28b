import type { Facet, Settings } from '#features/bulk/act.ts';
import type { Unit } from '#features/identity/unit.ts';
import { sayDay, type Translate } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';

export type BulkWords = {
  readonly t: Translate;
  readonly locale: Locale;
  readonly units: readonly Unit[];
  /** Of positions and programmes, by id. */
  readonly names: ReadonlyMap<string, string>;
};

/** What an act does, in a line: what is changed, and to what. */
export function sayAct(settings: Settings, words: BulkWords): string {
  const { t } = words;
  return t('bulk.does', {
    kind: t(`bulk.kind.${settings.kind}`),
    what: sayTarget(settings, words),
  });
}

function sayTarget(settings: Settings, { t, locale, units, names }: BulkWords): string {
  switch (settings.kind) {
    case 'unit':
      return sayUnit(settings.unitId, { t, locale, units });
    case 'give-position':
    case 'end-position':
      return names.get(settings.positionId) ?? settings.positionId;
    case 'require':
    case 'excuse':
      return names.get(settings.programmeId) ?? settings.programmeId;
    case 'absence':
      return t(`programme.kind.${settings.absence}`);
    case 'give-role':
    case 'take-role':
      return t(`shell.role.${settings.role}`);
  }
}

function sayUnit(id: string | null, { t, locale, units }: Omit<BulkWords, 'names'>): string {
  if (id === null) return t('admin.people.no-unit');
  return units.find((unit) => unit.id === id)?.name[locale] ?? id;
}

/** How it is, or will be, for one person. */
export function sayFacet(facet: Facet, words: Omit<BulkWords, 'names'>): string {
  const { t, locale } = words;
  if (facet === null) return t('bulk.nothing');
  const { unit, roles, from, until, due, is } = facet;
  if (unit !== undefined) return sayUnit(unit, words);
  if (roles !== undefined) return roles.map((role) => t(`shell.role.${role}`)).join(', ');
  if (is !== undefined) return t(`bulk.is.${is}`);
  if (due !== undefined) return t('bulk.due', { day: sayDay(locale, due) });
  if (from === undefined || until === undefined) return t('bulk.nothing');
  if (until === null) return t('bulk.from', { day: sayDay(locale, from) });
  if (until < from) return t('bulk.nothing');
  return t('bulk.days', { from: sayDay(locale, from), until: sayDay(locale, until) });
}

/** Ids of the positions and programmes that acts are about, so that their names can stand for them. */
export function thingsIn(all: readonly Settings[]): { positions: string[]; programmes: string[] } {
  return {
    positions: all.flatMap((one) => ('positionId' in one ? [one.positionId] : [])),
    programmes: all.flatMap((one) => ('programmeId' in one ? [one.programmeId] : [])),
  };
}
