import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOut, type PlacedBox } from '#features/scenario/layout.ts';
import { mapOf, marksOf } from '#features/scenario/map.ts';
import { translator } from '#i18n/index.ts';
import { LOCALES } from '#kernel/text.ts';
import { readUnchecked } from '#library/read.ts';
import { drawMap } from '#ui/components/author/draw-map.ts';
import { widthOf, wrap } from '#ui/components/author/wrap.ts';

const { scenarios } = await readUnchecked(process.cwd());

for (const { id, logic, words } of scenarios) {
  test(`${id}: every scene, fork, ending and choice stands on the map once`, () => {
    const { places, roads } = mapOf(logic);
    assert.deepEqual(
      places.map((place) => `${place.kind} ${place.id}`),
      [
        ...Object.keys(logic.scenes).map((scene) => `scene ${scene}`),
        ...Object.keys(logic.forks).map((fork) => `fork ${fork}`),
        ...logic.endings.map((ending) => `ending ${ending}`),
      ],
    );
    assert.deepEqual(
      roads.flatMap(({ from, choice }) => (choice === null ? [] : `${from}.${choice}`)),
      Object.entries(logic.scenes).flatMap(([scene, { choices }]) =>
        choices.map((choice) => `${scene}.${choice.id}`),
      ),
    );
    assert.equal(places.filter(({ isStart }) => isStart).length, 1);
  });

  for (const locale of LOCALES) {
    test(`${id}: the drawing names every place and every choice with its minutes (${locale})`, () => {
      const t = translator(locale);
      const map = drawMap({ t, words: words[locale] }, logic);
      const names = map.places.map(({ nameLines }) => textOf(nameLines));
      const { places, roads } = mapOf(logic);
      assert.deepEqual(
        names,
        places.map((place) => words[locale][place.id]?.label ?? place.id),
      );
      for (const [at, { from, choice, minutes }] of roads.entries()) {
        if (choice === null) continue;
        const drawn = map.roads[at];
        const label = words[locale][`${from}.${choice}`]?.label ?? 'no words';
        assert.ok(textOf(drawn?.lines ?? []).startsWith(label), label);
        assert.equal(drawn?.minutesLine?.text, t('shell.minutes', { n: minutes }));
      }
    });

    test(`${id}: nothing on the drawing covers anything else, and all of it is inside (${locale})`, () => {
      const map = drawMap({ t: translator(locale), words: words[locale] }, logic);
      const boxes = [
        ...map.places.map(({ outline, nameLines }) => ({
          name: textOf(nameLines),
          ...extentOf(outline),
        })),
        ...map.roads.map(({ label: { x, y, width, height }, lines }) => {
          const name = textOf(lines);
          return { name, left: x, right: x + width, top: y, bottom: y + height };
        }),
      ];
      assert.deepEqual(overlaps(boxes), []);
      for (const { name, left, right, top, bottom } of boxes) {
        assert.ok(left >= 0 && top >= 0 && right <= map.width && bottom <= map.height, name);
      }
    });
  }
}

for (const { id, logic, words } of scenarios) {
  test(`${id}: no line runs through a place or through words`, () => {
    const map = drawMap({ t: translator('ko'), words: words.ko }, logic);
    const solid = [
      ...map.places.map(({ outline }) => extentOf(outline)),
      ...map.roads.map(({ label: { x, y, width, height } }) => {
        return { left: x, right: x + width, top: y, bottom: y + height };
      }),
    ];
    for (const { path } of map.roads) {
      const hit = spotsOf(path).filter(([x, y]) =>
        solid.some(
          ({ left, right, top, bottom }) =>
            x > left + 1 && x < right - 1 && y > top + 1 && y < bottom - 1,
        ),
      );
      assert.deepEqual(hit, [], path);
    }
  });
}

test('arrows between the same two boxes get a label each, and none lies on a box', () => {
  const size = { width: 100, height: 40 };
  const { boxes, arrows } = layOut(
    ['a', 'b'].map((id) => ({ id, ...size })),
    ['1', '2', '3'].map((id) => ({ id, from: 'a', to: 'b', label: size })),
  );
  const labels = arrows.map(({ id, label, middle }) => ({ id, ...label, ...middle }));
  assert.deepEqual(overlaps([...boxes, ...labels].map(extentOfBox)), []);
  assert.deepEqual(
    arrows.map(({ points }) => points.length > 1),
    [true, true, true],
  );
});

test('the same scenario is drawn the same way each time', () => {
  const [scenario] = scenarios;
  assert.ok(scenario);
  const draw = () => drawMap({ t: translator('ko'), words: scenario.words.ko }, scenario.logic);
  assert.deepEqual(draw(), draw());
});

test('a mark is listed with every choice that sets it', () => {
  const heatwave = scenarios.find(({ id }) => id === 'heatwave-closure');
  assert.ok(heatwave);
  const marks = marksOf(heatwave.logic);
  assert.ok(marks['cool-room']?.includes('alert.partial'));
  assert.ok(marks['told']?.includes('alert.close-all'));
});

test('words are broken between words, and none is lost', () => {
  const text = '누가 누구와 접촉했는지 조사 결과가 나올 때까지 평소대로 운영한다';
  const lines = wrap(text, 11);
  assert.equal(lines.join(' '), text);
  assert.ok(lines.length > 2 && lines.every((line) => widthOf(line) <= 11));
  assert.deepEqual(wrap('Bürgerbeteiligungsverfahren', 5), ['Bürgerbeteiligungsverfahren']);
});

type Extent = { name: string; left: number; right: number; top: number; bottom: number };

function textOf(lines: readonly { text: string }[]): string {
  return lines.map(({ text }) => text).join(' ');
}

/** The corners of an outline made of absolute commands; the radii of an arc are no places. */
function extentOf(path: string): Omit<Extent, 'name'> {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [, command, rest = ''] of path.matchAll(/([MLHVA])([^MLHVAZ]*)/g)) {
    const numbers = rest.trim().split(/\s+/).map(Number);
    if (command === 'H') xs.push(...numbers);
    else if (command === 'V') ys.push(...numbers);
    else {
      const [x = 0, y = 0] = numbers.slice(-2);
      xs.push(x);
      ys.push(y);
    }
  }
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** Spots along a line made of M, V and C. */
function spotsOf(path: string): [x: number, y: number][] {
  const spots: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, command, rest = ''] of path.matchAll(/([MVC])([^MVC]*)/g)) {
    const n = rest.trim().split(/\s+/).map(Number);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] =
      command === 'C' ? n : command === 'V' ? [x, y, x, n[0], x, n[0]] : [...n, ...n, ...n];
    for (let step = command === 'M' ? 20 : 0; step <= 20; step += 1) {
      const [t, u] = [step / 20, 1 - step / 20];
      const along = (a: number, b: number, c: number, d: number) =>
        u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t ** 3 * d;
      spots.push([along(x, x1, x2, x3), along(y, y1, y2, y3)]);
    }
    [x, y] = [x3, y3];
  }
  return spots;
}

function extentOfBox({ id, x, y, width, height }: PlacedBox): Extent {
  const [halfWidth, halfHeight] = [width / 2, height / 2];
  return {
    name: id,
    left: x - halfWidth,
    right: x + halfWidth,
    top: y - halfHeight,
    bottom: y + halfHeight,
  };
}

function overlaps(boxes: readonly Extent[]): string[] {
  const room = 0.5; // Places are rounded.
  return boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (b) =>
          a.left < b.right - room &&
          b.left < a.right - room &&
          a.top < b.bottom - room &&
          b.top < a.bottom - room,
      )
      .map((b) => `${a.name} covers ${b.name}`),
  );
}
