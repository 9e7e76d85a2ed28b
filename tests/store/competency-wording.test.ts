import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepWordings, rewordingsOf, wordingsOf } from '#features/competency/service.ts';
import { TEST_NOW, testApp } from '#tests/support/app.ts';
import { frameworkOf } from '#tests/support/framework.ts';

const DAY_MS = 86_400_000;
const IDS = ['C1.1', 'C1.2'];

test('the words of every competency are kept once, however often the server starts', async () => {
  const app = { ...(await testApp()), framework: frameworkOf(IDS) };
  assert.deepEqual(await keepWordings(app), IDS);
  app.clock.pass(DAY_MS);
  assert.deepEqual(await keepWordings(app), []);
  const wordings = await wordingsOf(app);
  assert.deepEqual(
    wordings.get('C1.1')?.map(({ since, version }) => [since, version]),
    [[TEST_NOW, 1]],
  );
  assert.deepEqual(await rewordingsOf(app, 'C1.1'), []);
});

test('changed words are kept beside the earlier ones, and what reads differently can be told', async () => {
  const app = await testApp();
  await keepWordings({ ...app, framework: frameworkOf(IDS) });
  app.clock.pass(DAY_MS);
  const changed = frameworkOf(IDS, 'does it well', 2);
  await keepWordings({ ...app, framework: changed });
  const [rewording, ...others] = await rewordingsOf(app, 'C1.2');
  assert.deepEqual(others, []);
  assert.deepEqual([rewording?.version, rewording?.since], [2, TEST_NOW + DAY_MS]);
  assert.deepEqual(rewording?.differences.at(0), {
    place: 'officials',
    level: 1,
    before: { ko: 'does it', en: 'does it' },
    after: { ko: 'does it well', en: 'does it well' },
  });
  assert.equal(rewording?.differences.length, 8);
});

test('words that come back come into force anew', async () => {
  const app = await testApp();
  for (const words of ['first', 'second', 'first']) {
    await keepWordings({ ...app, framework: frameworkOf(['C1.1'], words) });
    app.clock.pass(DAY_MS);
  }
  const hashes = (await wordingsOf(app)).get('C1.1')?.map(({ hash }) => hash) ?? [];
  assert.equal(hashes.length, 3);
  assert.equal(hashes[0], hashes[2]);
  assert.equal((await rewordingsOf(app, 'C1.1')).length, 2);
});

test('a competency nobody changed keeps its wording while another gets a new one', async () => {
  const app = await testApp();
  const before = frameworkOf(IDS);
  await keepWordings({ ...app, framework: before });
  app.clock.pass(DAY_MS);
  const [domain] = before.domains;
  const [first, second] = domain?.competencies ?? [];
  assert.ok(domain && first && second);
  const renamed = { ...first, name: { ko: '새 이름', en: 'New name' } };
  const after = { ...before, domains: [{ ...domain, competencies: [renamed, second] }] };
  assert.deepEqual(await keepWordings({ ...app, framework: after }), ['C1.1']);
});

test('two servers that start together keep one wording', async () => {
  const app = { ...(await testApp()), framework: frameworkOf(['C1.1']) };
  await Promise.all([keepWordings(app), keepWordings(app)]);
  assert.equal((await wordingsOf(app)).get('C1.1')?.length, 1);
});
