// `npm run dev`: the development server, which shows every change at once, with the same settings and data as `npm start`.
import { prepareDatabase } from './database.mjs';
import { run, setUp } from './setup.mjs';

setUp();
const { host, port } = prepareDatabase();
const { ok } = run('astro', ['dev', '--host', host, '--port', String(port)]);
process.exitCode = ok ? 0 : 1;
