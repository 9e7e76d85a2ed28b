import { type CDPSession, chromium, type Page } from 'playwright';
import { findBrowser } from '../../src/cli/browser.mjs';
import { lessonAddress } from './support/page.ts';
import { prepareGround, startServer } from './support/server.ts';

/** What a first visit to a lesson brings over the wire, with an empty cache, and how much the page jumps while it loads. */
const LIMITS = { en: 120, ko: 250, js: 15 };
const KILOBYTE = 1024;
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 2, isMobile: true };
const ROWS = ['Document', 'Stylesheet', 'Script', 'Font', 'Image', 'Other'] as const;
type Row = (typeof ROWS)[number];

const ground = prepareGround('first-visit');
const server = await startServer(ground);
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
try {
  const table: Record<string, Record<string, string | number>> = {};
  for (const locale of ['en', 'ko'] as const) table[locale] = await visit(locale);
  console.table(table);
} finally {
  await browser.close();
  await server.stop();
}

async function visit(locale: 'en' | 'ko') {
  const context = await browser.newContext({ ...PHONE, locale });
  const page = await context.newPage();
  const bytes = await countBytes(await context.newCDPSession(page));
  await watchShifts(page);
  await page.goto(lessonAddress(server, locale), { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready.then(() => true));
  const shift = await page.evaluate(() => Reflect.get(window, 'layoutShift'));
  await context.close();

  const kilobytes = (sum: number) => Math.round((sum / KILOBYTE) * 10) / 10;
  const total = kilobytes(ROWS.reduce((sum, row) => sum + bytes[row], 0));
  const script = kilobytes(bytes.Script);
  const byType = Object.fromEntries(ROWS.map((row) => [`${row} KB`, kilobytes(bytes[row])]));
  return {
    ...byType,
    'total KB': total,
    'limit KB': LIMITS[locale],
    'is within': total <= LIMITS[locale] && script <= LIMITS.js ? 'yes' : 'NO',
    'layout shift': Number(shift).toFixed(4),
  };
}

/** Adds up what the browser received, headers included, by the kind of thing it asked for. */
async function countBytes(session: CDPSession): Promise<Record<Row, number>> {
  const bytes: Record<Row, number> = {
    Document: 0,
    Stylesheet: 0,
    Script: 0,
    Font: 0,
    Image: 0,
    Other: 0,
  };
  const kinds = new Map<string, Row>();
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type }) => {
    kinds.set(requestId, ROWS.find((row) => row === type) ?? 'Other');
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId) ?? 'Other'] += encodedDataLength;
  });
  return bytes;
}

async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.set(window, 'layoutShift', 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, 'hadRecentInput')) continue;
        const sum = Reflect.get(window, 'layoutShift') + Reflect.get(entry, 'value');
        Reflect.set(window, 'layoutShift', sum);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}
