import {
  type Arrow,
  type Box,
  type Layout,
  layOut,
  type PlacedArrow,
  type PlacedBox,
  type Point,
} from '#features/scenario/layout.ts';
import { mapOf, type Place, type Road } from '#features/scenario/map.ts';
import type { ScenarioLogic } from '#features/scenario/source.ts';
import { nameOf, sayWhen, type Telling } from './say-road.ts';
import { widthOf, wrap } from './wrap.ts';

/** A line of text with its base line. */
export type TextLine = Point & { readonly text: string };
export type DrawnPlace = {
  readonly kind: Place['kind'];
  readonly outline: string;
  /** A second line inside the outline of an ending. */
  readonly inner: string | null;
  readonly kindLine: TextLine;
  readonly nameLines: readonly TextLine[];
};
export type DrawnRoad = {
  readonly path: string;
  readonly head: string;
  readonly label: { readonly x: number; readonly y: number } & Size;
  readonly lines: readonly TextLine[];
  /** The minutes or, for a way out of a fork, nothing. */
  readonly minutesLine: TextLine | null;
};
export type DrawnMap = Size & {
  readonly places: readonly DrawnPlace[];
  readonly roads: readonly DrawnRoad[];
};
type Size = { readonly width: number; readonly height: number };

/** Sizes in the picture's own units, which are pixels where it is not enlarged. */
const NAME = { size: 16, line: 22, ems: 13 };
const KIND = { size: 13, line: 20 };
const ROAD = { size: 14, line: 19, ems: 11.5, padding: 6 };
const PADDING = { x: 16, y: 12 };
const POINT = 20;
const HEAD = 9;

/** The whole scenario as a picture: where everything stands, and the words on it broken into lines. */
export function drawMap(telling: Telling, logic: ScenarioLogic): DrawnMap {
  const { places, roads } = mapOf(logic);
  const cards = places.map((place) => cardOf(telling, place));
  const signs = roads.map((road, at) => signOf(telling, road, at));
  const placed = layOut(
    cards.map(({ box }) => box),
    signs.map(({ arrow }) => arrow),
  );
  const rows = rowsOf(placed);
  return {
    width: Math.ceil(placed.width),
    height: Math.ceil(placed.height),
    places: cards.flatMap((card, at) => {
      const middle = placed.boxes[at];
      return middle === undefined ? [] : drawPlace(card, middle);
    }),
    roads: signs.flatMap((sign, at) => {
      const way = placed.arrows[at];
      const from = placed.boxes.find(({ id }) => id === way?.from);
      const to = placed.boxes.find(({ id }) => id === way?.to);
      return way && from && to ? drawRoad(sign, { way, from, to, rows }) : [];
    }),
  };
}

type Card = {
  readonly place: Place;
  readonly box: Box;
  readonly kind: string;
  readonly lines: readonly string[];
};

function cardOf(telling: Telling, place: Place): Card {
  const lines = wrap(nameOf(telling, place.id), NAME.ems);
  const key = place.isStart ? 'author.bench.kind.start' : `author.bench.kind.${place.kind}`;
  const kind = telling.t(key as 'author.bench.kind.start'); // Every kind has a sentence; the key is built from it.
  const text = Math.max(...lines.map(widthOf)) * NAME.size;
  const words = Math.max(text, widthOf(kind) * KIND.size);
  const room = place.kind === 'scene' ? PADDING.x : PADDING.x + POINT;
  return {
    place,
    kind,
    lines,
    box: {
      id: place.id,
      width: Math.max(120, Math.ceil(words) + 2 * room),
      height: KIND.line + lines.length * NAME.line + 2 * PADDING.y,
    },
  };
}

type Sign = { readonly arrow: Arrow; readonly lines: readonly string[]; readonly minutes: string };

function signOf(telling: Telling, road: Road, at: number): Sign {
  const { from, to, choice } = road;
  const when = sayWhen(telling, road);
  const name = choice === null ? [] : wrap(nameOf(telling, `${from}.${choice}`), ROAD.ems);
  const condition = when === null ? [] : wrap(when, ROAD.ems);
  const minutes = choice === null ? '' : telling.t('shell.minutes', { n: road.minutes });
  const lines = [...name, ...condition];
  const all = minutes === '' ? lines : [...lines, minutes];
  const label = {
    width: Math.ceil(Math.max(0, ...all.map(widthOf)) * ROAD.size) + 2 * ROAD.padding,
    height: all.length * ROAD.line + ROAD.padding,
  };
  return { arrow: { id: String(at), from, to, label }, lines, minutes };
}

function drawPlace({ place, box, kind, lines }: Card, { x, y }: Point): DrawnPlace {
  const top = y - box.height / 2 + PADDING.y;
  return {
    kind: place.kind,
    outline: outlineOf(place.kind, { x, y }, box),
    inner:
      place.kind === 'ending'
        ? outlineOf('ending', { x, y }, { width: box.width - 10, height: box.height - 10 })
        : null,
    kindLine: { x, y: top + 14, text: kind },
    nameLines: lines.map((text, at) => ({ x, y: top + KIND.line + 16 + at * NAME.line, text })),
  };
}

/** A scene is a rectangle, a fork has points at its sides, an ending is round at its sides. */
function outlineOf(kind: Place['kind'], { x, y }: Point, { width, height }: Size): string {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  switch (kind) {
    case 'scene':
      return `M${left} ${top}H${right}V${bottom}H${left}Z`;
    case 'fork':
      return `M${left + POINT} ${top}H${right - POINT}L${right} ${y}L${right - POINT} ${bottom}H${left + POINT}L${left} ${y}Z`;
    case 'ending': {
      const r = Math.min(height / 2, 34);
      const corner = (toX: number, toY: number) => `A${r} ${r} 0 0 1 ${toX} ${toY}`;
      return (
        `M${left + r} ${top}H${right - r}${corner(right, top + r)}V${bottom - r}${corner(right - r, bottom)}` +
        `H${left + r}${corner(left, bottom - r)}V${top + r}${corner(left + r, top)}Z`
      );
    }
  }
}

/** A row of boxes or of words, from its upper to its lower edge; lines turn aside only between rows. */
type Row = { readonly top: number; readonly bottom: number };
type Ends = {
  readonly way: PlacedArrow;
  readonly from: PlacedBox;
  readonly to: PlacedBox;
  readonly rows: readonly Row[];
};

function drawRoad({ lines, minutes }: Sign, ends: Ends): DrawnRoad {
  const { width, height } = ends.way.label;
  const { x, y } = ends.way.middle;
  const top = y - height / 2;
  const lineAt = (at: number) => top + ROAD.line * at + 17;
  const { before, after } = courseOf(ends);
  return {
    path: line(before, ends.rows) + line(after, ends.rows),
    head: headOf(after),
    label: { x: x - width / 2, y: top, width, height },
    lines: lines.map((text, at) => ({ x, y: lineAt(at), text })),
    minutesLine: minutes === '' ? null : { x, y: lineAt(lines.length), text: minutes },
  };
}

/** An arrow runs into its words and goes on behind them, down the page or, where time leads back, up. */
function courseOf({ way, from, to }: Ends): { before: Point[]; after: Point[] } {
  const { x, y } = way.middle;
  const half = way.label.height / 2;
  const down = to.y >= from.y ? 1 : -1;
  const bends = way.points.slice(1, -1);
  const before = [...bends.filter((bend) => (y - bend.y) * down > half), { x, y: y - half * down }];
  const after = [{ x, y: y + half * down }, ...bends.filter((bend) => (bend.y - y) * down > half)];
  return {
    before: [edgeOf(from, before[0]?.x ?? x, down), ...before],
    after: [...after, edgeOf(to, after.at(-1)?.x ?? x, -down)],
  };
}

/** The point of a box's lower (1) or upper (-1) edge nearest to a place, away from its corners. */
function edgeOf({ x, y, width, height }: PlacedBox, wanted: number, side: number): Point {
  const reach = Math.max(0, width / 2 - 40);
  return { x: Math.min(x + reach, Math.max(x - reach, wanted)), y: y + (height / 2) * side };
}

/** A line through all points: upright within the rows, so that it crosses no box and no words, and bent between them. */
function line([first, ...rest]: readonly Point[], rows: readonly Row[]): string {
  if (first === undefined) return '';
  let last = first;
  const pieces = rest.map((point) => {
    const isDown = point.y >= last.y;
    const leave = borderOf(rows, last.y, isDown ? 'bottom' : 'top');
    const arrive = borderOf(rows, point.y, isDown ? 'top' : 'bottom');
    const halfway = (leave + arrive) / 2;
    const bend = [
      { x: last.x, y: halfway },
      { x: point.x, y: halfway },
      { x: point.x, y: arrive },
    ];
    last = point;
    return `V${round(leave)}C${bend.map(at).join(' ')}V${round(point.y)}`;
  });
  return `M${at(first)}${pieces.join('')}`;
}

function borderOf(rows: readonly Row[], y: number, side: 'top' | 'bottom'): number {
  return rows.find(({ top, bottom }) => y > top - 1 && y < bottom + 1)?.[side] ?? y;
}

function rowsOf({ boxes, arrows }: Layout): Row[] {
  const things = [...boxes, ...arrows.map(({ label, middle }) => ({ ...label, ...middle }))];
  return [...Map.groupBy(things, ({ y }) => Math.round(y))].map(([y, row]) => {
    const half = Math.max(...row.map(({ height }) => height)) / 2;
    return { top: y - half, bottom: y + half };
  });
}

/** The triangle at the end of a line. */
function headOf(points: readonly Point[]): string {
  const [from, tip] = points.slice(-2);
  if (from === undefined || tip === undefined) return '';
  const base = tip.y + (tip.y > from.y ? -HEAD : HEAD);
  return `M${at(tip)}L${at({ x: tip.x + HEAD / 2, y: base })}L${at({ x: tip.x - HEAD / 2, y: base })}Z`;
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
