// `npm run dev`: the development server, which shows every change at once, with the same settings and data as `npm start`.
import { cutFonts } from './build.mjs';
import { prepareDatabase } from './database.mjs';
import { giveUp, run, setUp } from './setup.mjs';

setUp();
const fonts = cutFonts();
if (!fonts.ok) giveUp(fonts.output);
const { host, port } = prepareDatabase();
// At this level letters are printed where no mail server is set.
const env = { LOG_LEVEL: process.env.LOG_LEVEL ?? 'trace' };
const { ok } = run('astro', ['dev', '--host', host, '--port', String(port)], { env });
process.exitCode = ok ? 0 : 1;
