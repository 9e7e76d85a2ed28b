import type { APIResponse, Browser, Page } from '@playwright/test';
import { type Compiled, compile } from '#features/scenario/compile.ts';
import {
  beginRun,
  choose,
  isOver,
  openChoices,
  placeOf,
  type RunState,
  seatNow,
} from '#features/scenario/run.ts';
import { type Scenario, SEATS, type Seat } from '#features/scenario/source.ts';
import { sectionFor } from '#features/scenario/words.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import { expect, test } from '#tests/support/browser.ts';
import { library } from '#tests/support/questions.ts';
import { secretsFrom } from '#tests/support/secrets.ts';
import { signUpResident } from '#tests/support/visitors.ts';

type Answer = {
  readonly view: {
    readonly seq: number;
    readonly over: boolean;
    readonly eventId: string;
    readonly options: readonly { readonly token: string; readonly label: string }[];
  };
};
/** One person's browser; `received` is everything the server has ever sent it. */
type Visitor = { readonly page: Page; readonly seat: Seat; readonly received: string[] };
type Table = {
  readonly scenario: Scenario;
  readonly compiled: Compiled;
  readonly locale: Locale;
  readonly visitors: readonly Visitor[];
};

test("nothing the server sends a seat during a whole run is another one's to know", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { scenarios } = await library();
  const played = scenarios.filter(({ logic }) => logic.seats.length > 1);
  expect(played.length).toBeGreaterThan(0);
  const pages = await Promise.all(SEATS.map(() => visitorPage(browser)));
  for (const [nth, scenario] of played.entries()) {
    const visitors = scenario.logic.seats.flatMap((seat, index) => {
      const page = pages[index];
      return page === undefined ? [] : [{ page, seat, received: [] }];
    });
    // Each is read in one language and searched for the secrets of both: how pages are sent knows no language.
    const locale = LOCALES[nth % LOCALES.length] ?? 'en';
    const table = { scenario, compiled: compile(scenario.logic), locale, visitors };
    await playThrough(table, await gather(table));
  }
  for (const page of pages) await page.context().close();
});

async function visitorPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signUpResident(page);
  return page;
}

/** Everybody takes a seat and the first of them begins; answers the path of the run. */
async function gather({ scenario, locale, visitors }: Table): Promise<string> {
  const [host, ...guests] = visitors;
  if (host === undefined) throw new Error('a scenario has a seat');
  const front = await get(host, `/${locale}/scenarios/${scenario.id}`);
  const [, eventId = ''] = /name="eventId" value="([\w-]+)"/.exec(front) ?? [];
  const opening = { eventId, seat: host.seat, how: 'together' };
  const opened = await post(host, `/${locale}/scenarios/${scenario.id}`, opening);
  const run = new URL(opened.url()).pathname.replace(/\/lobby$/, '');
  const lobby = await get(host, `${run}/lobby`);
  const [, key = ''] = /\/join\/([\w-]+)/.exec(lobby) ?? [];
  for (const guest of guests) {
    await get(guest, `${run}/join/${key}`);
    await post(guest, `${run}/join/${key}`, { seat: guest.seat });
    await get(guest, `${run}/lobby`);
  }
  await post(host, `${run}/lobby`, { act: 'begin' });
  return run;
}

/** Decides now one, now another of what is open, and looks through everybody's post after each step. */
async function playThrough(table: Table, run: string): Promise<void> {
  const { scenario, compiled, locale, visitors } = table;
  const words = scenario.words[locale];
  let state = beginRun(compiled);
  while (!isOver(state)) {
    for (const visitor of visitors) await lookAround(visitor, run);
    expectApart(table, state);
    const decider = visitors.find(({ seat }) => seat === seatNow(compiled, state));
    if (decider === undefined) throw new Error(`nobody sits at ${placeOf(state)}`);
    const { view } = JSON.parse(await get(decider, run, 'application/json')) as Answer; // See `runs/[run]/index.astro`.
    const open = openChoices(compiled, state);
    const choice = open[view.seq % open.length]?.id ?? '';
    const { label } = sectionFor(words, `${placeOf(state)}.${choice}`, decider.seat);
    const token = view.options.find((option) => option.label === label)?.token ?? '';
    const sent = { eventId: view.eventId, seq: String(view.seq), token };
    await post(decider, run, sent, 'application/json');
    state = choose(compiled, state, choice);
  }
  for (const visitor of visitors) {
    await lookAround(visitor, run);
    expectTold(table, visitor, await get(visitor, `${run}/debrief`));
  }
}

/** Afterwards a seat reads what it could not know before; this also shows that it would have been found. */
function expectTold(
  { scenario, compiled, locale }: Table,
  { seat }: Visitor,
  debrief: string,
): void {
  const state = beginRun(compiled);
  const secrets = secretsFrom(scenario, scenario.words[locale], { seat, state });
  const told = secrets.filter((secret) => debrief.toLowerCase().includes(secret.toLowerCase()));
  expect(told.length, `${scenario.id}: ${seat} reads what the others decided`).toBeGreaterThan(3);
}

async function lookAround(visitor: Visitor, run: string): Promise<void> {
  await get(visitor, run);
  await get(visitor, run, 'application/json');
  await get(visitor, `${run}/position`);
  const early = await visitor.page.request.get(`${run}/debrief`, { maxRedirects: 0 });
  await keep(visitor.received, early);
}

function expectApart({ scenario, locale, visitors }: Table, state: RunState): void {
  for (const { seat, received } of visitors) {
    const sent = received.splice(0).join('\n').replace(/\s+/g, ' ').toLowerCase();
    expect(sent).toContain(sectionFor(scenario.words[locale], 'title', seat).label.toLowerCase());
    const secrets = LOCALES.flatMap((language) =>
      secretsFrom(scenario, scenario.words[language], { seat, state }),
    );
    for (const secret of secrets) {
      const isSent = sent.includes(secret.toLowerCase());
      expect(isSent, `${scenario.id}: ${seat} at ${placeOf(state)} is sent "${secret}"`).toBe(
        false,
      );
    }
  }
}

async function get(
  { page, received }: Visitor,
  path: string,
  accept = 'text/html',
): Promise<string> {
  const answer = await page.request.get(path, { headers: { accept } });
  return keep(received, answer);
}

async function post(
  { page, received }: Visitor,
  path: string,
  form: Record<string, string>,
  accept = 'text/html',
): Promise<APIResponse> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(path, { form, headers: { origin, accept } });
  expect(answer.ok(), `${path} ${JSON.stringify(form)} ${answer.status()}`).toBe(true);
  await keep(received, answer);
  return answer;
}

async function keep(received: string[], answer: APIResponse): Promise<string> {
  const text = await answer.text();
  received.push(text);
  return text;
}
