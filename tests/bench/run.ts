import { readdirSync } from 'node:fs';

/** `npm run bench -- lesson`: runs one measurement; without a name, says which there are. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -'.ts'.length));
const wanted = process.argv[2] ?? '';

if (names.includes(wanted)) await import(`./${wanted}.ts`);
else {
  console.log(`What shall be measured? One of: ${names.join(', ')}`);
  process.exitCode = 1;
}
