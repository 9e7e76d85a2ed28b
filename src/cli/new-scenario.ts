import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AREAS, AUDIENCES } from '#features/catalogue/course.ts';
import { SEATS } from '#features/scenario/source.ts';
import { layOut, reasonAgainst } from './lay-out.ts';
import { fill, seatsSkeleton } from './seats-skeleton.ts';

const USAGE = `npm run new:scenario -- <scenario> [--audience ${AUDIENCES.join('|')}] [--area ${AREAS.join('|')}] [--seats official,resident]`;
const SKELETON = join(import.meta.dirname, 'skeletons/scenario');
/** What the example claims; authors choose their own from the framework. */
const COMPETENCIES: Readonly<Record<string, string>> = {
  'social-value': 'C6.1',
  'digital-delivery': 'C4.1',
  'crisis-response': 'C5.1',
};

/** Lays out a scenario that is small but whole: it passes the check and can be played before its author changes it. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    area: { type: 'string', default: AREAS[0] },
    audience: { type: 'string' },
    seats: { type: 'string' },
    root: { type: 'string', default: '.' },
  },
});
const [id = ''] = positionals;
const named = values.seats?.split(',').map((seat) => seat.trim());
const { area, audience = AUDIENCES.find((one) => one === named?.[0]) ?? AUDIENCES[0] } = values;
const seats = SEATS.filter((seat) => (named ?? [audience]).includes(seat)).sort(
  (a, b) => (named?.indexOf(a) ?? 0) - (named?.indexOf(b) ?? 0),
);
const content = join(resolve(values.root), 'content');
const refusal =
  reasonAgainst(join(content, 'scenarios'), 'scenario', { id, area, audience }) ??
  reasonAgainstSeats(named);
if (refusal === null) {
  layOut(content, skeleton());
  console.log(
    `\nIt plays as it is: open the product with npm run dev. Then make it yours; npm run check:content -- --only scenarios/${id} says what does not fit. content/scenarios/README.md shows all that is possible.`,
  );
} else {
  console.error(`${refusal}\n${USAGE}`);
  process.exitCode = 1;
}

function skeleton(): Record<string, string> {
  const competency = COMPETENCIES[area] ?? 'C1.1';
  const words = { id, area, audience, competency, seats: seats.join(', ') };
  const files = seats.length > 1 ? seatsSkeleton(seats, words) : oneSeatSkeleton(words);
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [`scenarios/${id}/${file}`, text]),
  );
}

function oneSeatSkeleton(words: Readonly<Record<string, string>>): Record<string, string> {
  const files = readdirSync(SKELETON).map((file) => [
    file,
    fill(readFileSync(join(SKELETON, file), 'utf8'), words),
  ]);
  return Object.fromEntries(files);
}

/** Why these seats cannot be laid out; `null` when they can, or when nobody asked for any. */
function reasonAgainstSeats(wished: readonly string[] | undefined): string | null {
  const known: readonly string[] = SEATS;
  const unknown = wished?.find((seat) => !known.includes(seat));
  if (unknown !== undefined) return `There is no seat "${unknown}". Seats: ${SEATS.join(', ')}.`;
  const isTwice = wished !== undefined && new Set(wished).size < wished.length;
  return isTwice ? 'A seat is named twice.' : null;
}
