import type { Evidence, EvidenceKind } from '#features/competency/evidence.ts';
import { findCompetency } from '#features/competency/framework.ts';
import type { Translate } from '#i18n/index.ts';
import type { Locale } from '#kernel/text.ts';
import type { HamkkeApp } from '../../../app.ts';

type Speaking = { readonly t: Translate; readonly locale: Locale; readonly app: HamkkeApp };
export type Named = { readonly title: string; readonly href: string | null };

/** What somebody showed, in words, and where one can look at it. */
export type Source = { readonly said: string; readonly href: string | null };

/** What telling a source needs: who reads it, and the names of whoever observed or rated. */
export type Telling = Speaking & {
  readonly reader: string | null;
  readonly names: ReadonlyMap<string, string>;
};

/** The kind of a piece and the name of what it was shown in. */
export function sourceOf(piece: Evidence, telling: Telling): Source {
  const { title, href } = nameOfSource(piece, telling);
  return { said: telling.t(`competency.kind.${piece.shown.kind}`, { title }), href };
}

/** Content that is gone keeps its permanent id as its name. */
export function nameOfSource(
  { source, shown, competency, personId }: Evidence,
  telling: Telling,
): Named {
  const { app, locale, t, names, reader } = telling;
  const id = source.slice(source.indexOf(':') + 1);
  switch (shown.kind) {
    case 'decision':
    case 'vote':
      return scenarioNamed(id, telling);
    case 'observation': {
      const title = app.observationForms.get(shown.form)?.title[locale] ?? shown.form;
      return { title, href: `/${locale}/observations/${id}` };
    }
    case 'peer':
      return { title: names.get(shown.raterId) ?? shown.raterId, href: null };
    case 'self':
      return { title: findCompetency(app.framework, competency)?.name[locale] ?? id, href: null };
    case 'question': {
      const [course = '', lesson = '', item = ''] = id.split('/');
      const { title, href } = lessonNamed(`${course}/${lesson}`, telling);
      return { title, href: href && `${href}#check-${item}` };
    }
    case 'prior': {
      const list = personId === reader ? 'my/prior-learning' : 'reviews';
      return { title: t('prior.claim.document'), href: `/${locale}/${list}/${id}` };
    }
    case 'imported':
      // Named by whoever brought it in: the system and what was finished there.
      return { title: id, href: null };
  }
}

export function scenarioNamed(id: string, { app, locale }: Speaking): Named {
  const title = app.scenarios.get(id)?.words[locale]['title']?.label;
  return { title: title ?? id, href: title ? `/${locale}/scenarios/${id}` : null };
}

/** `place` is `course/lesson`. */
export function lessonNamed(place: string, { app, locale }: Speaking): Named {
  const [course = '', lesson = ''] = place.split('/');
  const title = app.catalogue.lesson(course, lesson)?.words[locale].title;
  return { title: title ?? place, href: title ? `/${locale}/courses/${place}` : null };
}

/** The shape that stands for a kind of evidence in a picture, so that it needs no colour. */
export const SHAPE_OF = {
  question: 'circle',
  decision: 'diamond',
  vote: 'diamond',
  observation: 'square',
  peer: 'triangle',
  self: 'circle',
  prior: 'cross',
  imported: 'cross',
} as const satisfies Record<EvidenceKind, string>;
export type Shape = (typeof SHAPE_OF)[EvidenceKind];
export const SHAPES = ['circle', 'diamond', 'square', 'triangle', 'cross'] as const;

/** A shape about 10 units wide around a point, as an SVG path. */
export function shapePath(shape: Shape, x: number, y: number): string {
  const at = `${x.toFixed(1)} ${y.toFixed(1)}`;
  switch (shape) {
    case 'circle':
      return `M${at}m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z`;
    case 'diamond':
      return `M${at}m0 -6.5l6.5 6.5l-6.5 6.5l-6.5 -6.5z`;
    case 'square':
      return `M${at}m-5 -5h10v10h-10z`;
    case 'triangle':
      return `M${at}m0 -6l6 10.5h-12z`;
    case 'cross':
      return `M${at}m-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z`;
  }
}
