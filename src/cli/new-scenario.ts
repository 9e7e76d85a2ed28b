import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AREAS, AUDIENCES } from '#features/catalogue/course.ts';
import { layOut, reasonAgainst } from './lay-out.ts';

const USAGE = `npm run new:scenario -- <scenario> [--audience ${AUDIENCES.join('|')}] [--area ${AREAS.join('|')}]`;
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
    audience: { type: 'string', default: AUDIENCES[0] },
    root: { type: 'string', default: '.' },
  },
});
const [id = ''] = positionals;
const { area, audience } = values;
const content = join(resolve(values.root), 'content');
const refusal = reasonAgainst(join(content, 'scenarios'), 'scenario', { id, area, audience });
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
  const words: Record<string, string> = {
    id,
    area,
    audience,
    competency: COMPETENCIES[area] ?? 'C1.1',
  };
  const files = readdirSync(SKELETON).map((file) => {
    const text = readFileSync(join(SKELETON, file), 'utf8');
    const filled = text.replace(/\{\{([a-z]+)\}\}/g, (key, name: string) => words[name] ?? key);
    return [`scenarios/${id}/${file}`, filled];
  });
  return Object.fromEntries(files);
}
