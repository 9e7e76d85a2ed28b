import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { demoPassword } from '#features/identity/demo.ts';
import { translator } from '#i18n/index.ts';
import { LOCALES, type Locale } from '#kernel/text.ts';
import { watch } from '#tests/support/browser.ts';
import { DOORS } from '../../src/middleware/access.ts';

type Visitor = 'guest' | 'haneul' | 'minji' | 'youngsook' | 'junho' | 'hyunwoo' | 'sora' | 'jun';
/** `path` comes after the language; words in braces are looked up in `Places`. */
type Visit = { readonly as: Visitor; readonly path: string };

/** What each route is looked at with. Routes without a language of their own show no page or are shown by other tests. */
const VISITS: Readonly<Record<string, readonly Visit[]>> = {
  '/[locale]': [visit('guest', ''), visit('haneul', '')],
  '/[locale]/sign-in': [visit('guest', '/sign-in'), visit('guest', '/sign-in?next=/ko/my')],
  '/[locale]/sign-up': [visit('guest', '/sign-up')],
  '/[locale]/sign-out': [visit('haneul', '/sign-out')],
  '/[locale]/forgot': [visit('guest', '/forgot')],
  '/[locale]/reset/[token]': [visit('guest', '{reset}'), visit('guest', '/reset/never-sent')],
  '/[locale]/welcome/[invitation]': [
    visit('guest', '{welcome}'),
    visit('guest', '/welcome/never-sent'),
  ],
  '/[locale]/glossary': [visit('guest', '/glossary')],
  '/[locale]/cases': [visit('guest', '/cases'), visit('guest', '/cases?area=crisis-response')],
  '/[locale]/cases/[case]': [visit('guest', '/cases/siheung-management-office')],
  '/[locale]/search': [
    visit('guest', '/search?q=SROI'),
    visit('guest', '/search?q=xyzzy'),
    visit('guest', '/search'),
  ],
  '/[locale]/courses': [visit('guest', '/courses'), visit('haneul', '/courses')],
  '/[locale]/courses/[course]': [
    visit('guest', '/courses/services-that-hold'),
    visit('haneul', '/courses/ready-respond-recover'),
    visit('youngsook', '/courses/our-street-our-say'),
  ],
  '/[locale]/courses/[course]/changes': [
    visit('guest', '/courses/services-that-hold/changes'),
    visit('haneul', '/courses/agree-act-account/changes'),
  ],
  '/[locale]/courses/[course]/why': [
    visit('haneul', '/courses/ready-respond-recover/why'),
    visit('youngsook', '/courses/our-street-our-say/why'),
  ],
  '/[locale]/courses/[course]/assessment': [
    visit('minji', '/courses/first-hour-neighbours/assessment'),
  ],
  '/[locale]/courses/[course]/[lesson]': [
    visit('guest', '/courses/services-that-hold/start-from-the-person'),
    visit('haneul', '/courses/ready-respond-recover/keep-services-going'),
    visit('guest', '/courses/first-hour-neighbours/household-plan'),
    visit('youngsook', '/courses/our-street-our-say/decide-together'),
  ],
  '/[locale]/question-sets/[set]': [
    visit('minji', '/question-sets/show-first-hour-neighbours'),
    visit('minji', '/question-sets/show-first-hour-neighbours?begin'),
  ],
  '/[locale]/competencies': [visit('guest', '/competencies')],
  '/[locale]/competencies/[competency]': [
    visit('guest', '/competencies/C5.2'),
    visit('minji', '/competencies/C3.1'),
  ],
  '/[locale]/scenarios': [visit('guest', '/scenarios'), visit('junho', '/scenarios')],
  '/[locale]/scenarios/[scenario]': [
    visit('guest', '/scenarios/heatwave-closure'),
    visit('minji', '/scenarios/participatory-budget'),
    visit('junho', '/scenarios/heatwave-closure'),
    visit('minji', '/scenarios/no-box-for-us'),
  ],
  '/[locale]/runs/join': [visit('minji', '/runs/join')],
  '/[locale]/runs/[run]/lobby': [visit('minji', '{lobby}')],
  '/[locale]/runs/[run]/join/[key]': [visit('junho', '{invitation}')],
  '/[locale]/runs/[run]': [
    visit('haneul', '{together}'),
    visit('sora', '{exercise}'),
    visit('youngsook', '{together}'),
    visit('minji', '{run}'),
    visit('junho', '{finished}'),
  ],
  '/[locale]/runs/[run]/debrief': [
    visit('haneul', '{met}/debrief'),
    visit('junho', '{finished}/debrief'),
  ],
  '/[locale]/votes/[vote]': [
    visit('haneul', '{openVote}'),
    visit('junho', '{closedVote}'),
    visit('sora', '{openVote}'),
    visit('sora', '{closedVote}'),
  ],
  '/[locale]/surveys': [visit('minji', '/surveys'), visit('sora', '/surveys')],
  '/[locale]/surveys/[round]': [visit('haneul', '{survey}'), visit('sora', '{survey}')],
  '/[locale]/surveys/[round]/results': [visit('minji', '{results}')],
  '/[locale]/my': [visit('haneul', '/my'), visit('minji', '/my'), visit('jun', '/my')],
  '/[locale]/my/competencies': [
    visit('junho', '/my/competencies'),
    visit('jun', '/my/competencies'),
  ],
  '/[locale]/my/competencies/[competency]': [
    visit('junho', '/my/competencies/C5.2'),
    visit('jun', '/my/competencies/C1.1'),
  ],
  '/[locale]/my/targets': [
    visit('minji', '/my/targets'),
    visit('junho', '/my/targets'),
    visit('jun', '/my/targets'),
  ],
  '/[locale]/my/recommendations': [
    visit('junho', '/my/recommendations'),
    visit('jun', '/my/recommendations'),
  ],
  '/[locale]/my/peers': [visit('haneul', '/my/peers'), visit('jun', '/my/peers?name=nobody')],
  '/[locale]/my/peers/[request]': [visit('haneul', '{asked}')],
  '/[locale]/my/required/[programme]/[period]': [
    visit('haneul', '{required}'),
    visit('hyunwoo', '{extended}'),
  ],
  '/[locale]/extensions': [
    visit('jun', '/extensions'),
    visit('jun', '/extensions?state=answered'),
    visit('sora', '/extensions'),
  ],
  '/[locale]/my/certificates': [
    visit('haneul', '/my/certificates'),
    visit('jun', '/my/certificates'),
  ],
  '/[locale]/my/certificates/[credential]': [visit('haneul', '{certificate}')],
  '/[locale]/verify': [visit('guest', '/verify')],
  '/[locale]/verify/[credential]': [visit('guest', '{verify}')],
  '/[locale]/duties': [visit('jun', '/duties'), visit('sora', '/duties')],
  '/[locale]/duties/[duty]': [
    visit('jun', '/duties/shelter-officer'),
    visit('jun', '/duties/night-duty-officer?only=ready'),
  ],
  '/[locale]/team': [visit('sora', '/team'), visit('sora', '/team?view=all')],
  '/[locale]/my/record': [visit('junho', '/my/record'), visit('jun', '/my/record')],
  '/[locale]/my/sheets': [visit('minji', '/my/sheets'), visit('jun', '/my/sheets')],
  '/[locale]/my/sheets/[course]/[lesson]/[sheet]': [
    visit('minji', '/my/sheets/first-hour-neighbours/household-plan/household-plan'),
    visit('haneul', '/my/sheets/services-that-hold/nobody-left-at-the-kiosk/four-ways?edit'),
  ],
  '/[locale]/my/transcript': [
    visit('haneul', '/my/transcript'),
    visit('haneul', '/my/transcript?year=2026'),
  ],
  '/[locale]/people/[person]/transcript': [visit('sora', '{transcript}/transcript')],
  '/[locale]/admin/hours': [visit('jun', '/admin/hours')],
  '/[locale]/my/refresher': [visit('haneul', '/my/refresher'), visit('jun', '/my/refresher')],
  '/[locale]/my/account': [visit('haneul', '/my/account')],
  '/[locale]/my/inbox': [visit('haneul', '/my/inbox'), visit('minji', '/my/inbox?state=unread')],
  '/[locale]/my/prior-learning': [
    visit('haneul', '/my/prior-learning'),
    visit('jun', '/my/prior-learning'),
  ],
  '/[locale]/my/prior-learning/new': [visit('haneul', '/my/prior-learning/new')],
  '/[locale]/my/prior-learning/[claim]': [visit('haneul', '{claim}')],
  '/[locale]/reviews': [visit('sora', '/reviews'), visit('jun', '/reviews?state=decided')],
  '/[locale]/reviews/[claim]': [visit('sora', '{review}'), visit('jun', '{reviewed}')],
  '/[locale]/imports': [visit('jun', '/imports'), visit('sora', '/imports')],
  '/[locale]/imports/new': [visit('jun', '/imports/new')],
  '/[locale]/imports/waiting': [
    visit('jun', '/imports/waiting'),
    visit('sora', '/imports/waiting'),
  ],
  '/[locale]/imports/[import]': [visit('jun', '{draft}'), visit('jun', '{taken}')],
  '/[locale]/cohorts': [visit('sora', '/cohorts')],
  '/[locale]/cohorts/[cohort]': [visit('sora', '{cohort}')],
  '/[locale]/cohorts/[cohort]/exercises': [visit('sora', '{cohort}/exercises')],
  '/[locale]/cohorts/[cohort]/gaps': [visit('sora', '{cohort}/gaps')],
  '/[locale]/cohorts/[cohort]/people/[person]': [visit('sora', '{member}')],
  '/[locale]/cohorts/[cohort]/people/[person]/competencies/[competency]': [
    visit('sora', '{member}/competencies/C1.2'),
  ],
  '/[locale]/people/[person]/observe': [
    visit('sora', '{observe}'),
    visit('sora', '{observe}?form=first-conversation'),
  ],
  '/[locale]/people/[person]/competencies/[competency]': [visit('sora', '{signing}')],
  '/[locale]/observations/[observation]': [visit('haneul', '{observation}')],
  '/[locale]/evidence/[...evidence]': [visit('sora', '{challenge}'), visit('haneul', '{piece}')],
  '/[locale]/challenges': [visit('sora', '/challenges'), visit('jun', '/challenges')],
  '/[locale]/signatures': [visit('sora', '/signatures')],
  '/[locale]/content': [visit('jun', '/content')],
  '/[locale]/content/questions': [
    visit('jun', '/content/questions'),
    visit('jun', '/content/questions?remark=unfair-part'),
  ],
  '/[locale]/content/[scenario]': [
    visit('jun', '/content/heatwave-closure'),
    visit('jun', '/content/heatwave-closure?size=large'),
  ],
  '/[locale]/content/programmes/[programme]': [
    visit('jun', '/content/programmes/before-the-season'),
  ],
  '/[locale]/content/surveys/[survey]': [visit('jun', '/content/surveys/social-value-recognition')],
  '/[locale]/content/cards/[course]': [visit('jun', '/content/cards/first-hour-neighbours')],
  '/[locale]/content/observations/[form]': [visit('jun', '/content/observations/outage-drill')],
  '/[locale]/admin': [visit('jun', '/admin')],
  '/[locale]/admin/people': [visit('jun', '/admin/people')],
  '/[locale]/admin/people/[person]/merge': [visit('jun', '{person}/merge?login=minji')],
  '/[locale]/admin/people/acts': [visit('jun', '/admin/people/acts')],
  '/[locale]/admin/people/acts/new': [
    visit('jun', '/admin/people/acts/new?whom=found&kind=absence'),
    visit('jun', '/admin/people/acts/new'),
    visit('jun', '/admin/people/acts/new?whom=found'),
  ],
  '/[locale]/admin/people/acts/[act]': [visit('jun', '{act}')],
  '/[locale]/admin/assignments': [visit('jun', '/admin/assignments?standing=open')],
  '/[locale]/admin/exceptions': [
    visit('jun', '/admin/exceptions'),
    visit('jun', '/admin/exceptions?search=nobody-is-called-this'),
  ],
  '/[locale]/admin/units': [visit('jun', '/admin/units'), visit('jun', '/admin/units?search=x')],
  '/[locale]/admin/units/new': [visit('jun', '/admin/units/new')],
  '/[locale]/admin/units/[unit]': [visit('jun', '{unit}')],
  '/[locale]/admin/units/[unit]/edit': [visit('jun', '{unit}/edit')],
  '/[locale]/admin/units/[unit]/move': [visit('jun', '{unit}/move')],
  '/[locale]/admin/merges': [visit('jun', '/admin/merges')],
  '/[locale]/admin/merges/[merge]': [visit('jun', '{merged}')],
  '/[locale]/admin/people/[person]': [visit('jun', '{person}')],
  '/[locale]/admin/invitations': [visit('jun', '/admin/invitations')],
  '/[locale]/admin/positions': [visit('jun', '/admin/positions')],
  '/[locale]/admin/positions/new': [visit('jun', '/admin/positions/new')],
  '/[locale]/admin/positions/[position]': [visit('jun', '/admin/positions/disaster-duty-officer')],
  '/[locale]/admin/positions/[position]/edit': [
    visit('jun', '/admin/positions/disaster-duty-officer/edit'),
  ],
  '/[locale]/admin/people/[person]/required': [visit('jun', '{exceptions}')],
  '/[locale]/admin/certificates': [visit('jun', '/admin/certificates')],
  '/[locale]/admin/programmes': [visit('jun', '/admin/programmes')],
  '/[locale]/admin/programmes/new': [
    visit('jun', '/admin/programmes/new'),
    visit('jun', '/admin/programmes/new?from=before-the-season'),
  ],
  '/[locale]/admin/programmes/[programme]': [visit('jun', '{programme}')],
  '/[locale]/admin/programmes/[programme]/edit': [visit('jun', '{programme}/edit')],
  '/[locale]/admin/calendar': [visit('jun', '/admin/calendar')],
  '/[locale]/admin/gaps': [visit('jun', '/admin/gaps')],
  '/[locale]/admin/outbox': [visit('jun', '/admin/outbox')],
  '/[locale]/admin/audit': [visit('jun', '/admin/audit')],
  '/403': [visit('haneul', '/admin')],
  '/404': [visit('guest', '/nowhere')],
};

/** No page for people: a redirection, a file, a sign of life, and what is shown when we fail. */
const PAGELESS = [
  '/',
  '/health',
  '/.well-known/jwks.json',
  '/credentials/issuer',
  '/credentials/keys/[key]',
  '/credentials/status/[list]',
  '/credentials/[credential]',
  '/500',
  '/[locale]/runs/[run]/position',
  '/[locale]/votes/[vote]/position',
  '/[locale]/surveys/[round]/results.csv',
  '/[locale]/surveys/[round]/rows.csv',
  '/[locale]/imports/sample.csv',
  '/[locale]/admin/programmes/[programme]/people.csv',
  '/[locale]/admin/assignments/assignments.csv',
  '/[locale]/admin/exceptions/exceptions.csv',
  '/[locale]/cohorts/[cohort]/report.csv',
  '/[locale]/my/certificates/[credential]/certificate.pdf',
  '/[locale]/my/competencies/export.csv',
  '/[locale]/my/sheets/[course]/[lesson]/[sheet]/sheet.csv',
  '/[locale]/my/sheets/[course]/[lesson]/[sheet]/sheet.txt',
  '/[locale]/courses/[course]/[lesson]/results/[sheet]',
  '/[locale]/my/competencies/export.json',
  '/[locale]/my/transcript/export.csv',
  '/[locale]/my/transcript/export.json',
  '/[locale]/my/transcript/export.pdf',
  '/[locale]/people/[person]/transcript/export.csv',
  '/[locale]/people/[person]/transcript/export.json',
  '/[locale]/people/[person]/transcript/export.pdf',
  '/[locale]/admin/hours/people.csv',
  '/[locale]/duties/[duty]/people.csv',
  '/[locale]/cohorts/[cohort]/people/[person]/competencies/export.csv',
  '/[locale]/cohorts/[cohort]/people/[person]/competencies/export.json',
  '/[locale]/cohorts/[cohort]/gaps.csv',
  '/[locale]/prior-learning/[claim]/document',
];
type RunOnly = { readonly type: 'tag' | 'rule'; readonly values: string[] };
const RULES: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** What another width can break; colours, names and structure are the same at every width. */
const PHONE_RULES: RunOnly = {
  type: 'rule',
  values: ['target-size', 'scrollable-region-focusable', 'link-in-text-block', 'meta-viewport'],
};
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
/** 1280 px at 400 % zoom (WCAG 2.2, 1.4.10). */
const NARROW = { width: 320, height: 640 };

test.describe.configure({ mode: 'parallel' });

test('every route of the router is looked at here', () => {
  expect([...Object.keys(VISITS), ...PAGELESS].sort()).toEqual(Object.keys(DOORS).sort());
});

for (const locale of LOCALES) {
  for (const [route, visits] of Object.entries(VISITS)) {
    for (const { as, path } of visitsIn(locale, visits)) {
      test(`${locale} ${route} for ${as} ${path}`, async ({ browser }) => {
        const { page, faults } = await seatOf(browser, as);
        await page.setViewportSize(WIDE);
        await page.goto(`/${locale}${await placeFor(browser, path)}`);
        await expectPage(page, locale);
        await expectNoViolations(page, RULES);
        await page.setViewportSize(PHONE);
        await expectNoViolations(page, PHONE_RULES);
        await page.setViewportSize(NARROW);
        await expectNoSidewaysScroll(page);
        expect(faults.splice(0)).toEqual([]);
      });
    }
  }
}

function visit(as: Visitor, path: string): Visit {
  return { as, path };
}

/** Each route's first visit in both languages; its further states in turns, which keeps the whole under ten minutes. */
function visitsIn(locale: Locale, visits: readonly Visit[]): Visit[] {
  return visits.filter((_, index) => index === 0 || LOCALES[index % LOCALES.length] === locale);
}

/** One heading that says what the page is, its language, and a name for its tab. */
async function expectPage(page: Page, locale: Locale): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  expect(title.trim()).not.toBe('');
  const name = translator(locale)('shell.name');
  expect(await page.title()).toMatch(new RegExp(`^.+ · ${name}$`));
  expect(await page.locator('body').innerText()).not.toMatch(/\*\*|\{\w+\}|undefined|\[object/);
}

async function expectNoViolations(page: Page, only: RunOnly): Promise<void> {
  await page.locator('main details:not([open])').evaluateAll((closed) => {
    for (const details of closed) details.setAttribute('open', '');
  });
  // No page here has frames: the way of working that allows for them costs a second tab and twice the time.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  axe.options({ resultTypes: ['violations'], runOnly: only });
  const { violations } = await axe.analyze();
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`),
  }));
  expect(told).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  });
  expect(wide.slice(-3), 'Nothing may be wider than a page of 320 px.').toEqual([]);
}

type Seat = { readonly page: Page; readonly faults: string[] };
const seats = new Map<Visitor, Promise<Seat>>();

/** One page a visitor for a whole worker: a browser that starts anew for each page costs more than looking at it. */
function seatOf(browser: Browser, as: Visitor): Promise<Seat> {
  const seat = seats.get(as) ?? takeSeat(browser, as);
  seats.set(as, seat);
  return seat;
}

async function takeSeat(browser: Browser, as: Visitor): Promise<Seat> {
  const context = await contextOf(browser, as);
  return { page: await context.newPage(), faults: watch(context) };
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;
const states = new Map<Visitor, Promise<State>>();

async function contextOf(browser: Browser, as: Visitor): Promise<BrowserContext> {
  if (as === 'guest') return browser.newContext();
  const state = states.get(as) ?? signIn(browser, as);
  states.set(as, state);
  return browser.newContext({ storageState: await state });
}

async function signIn(browser: Browser, login: string): Promise<State> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const t = translator('ko');
  await page.goto('/ko/sign-in');
  await page.getByLabel(t('identity.login'), { exact: true }).fill(login);
  await page.getByLabel(t('identity.password'), { exact: true }).fill(demoPassword(login));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/my$/);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** How to find the address of things whose ids are made anew with every database; without the language. */
const SEARCHES: Readonly<Record<string, (browser: Browser) => Promise<string>>> = {
  cohort: (browser) => linkOn(browser, 'sora', '/cohorts', /\/cohorts\/[\da-f-]{36}$/),
  act: (browser) => linkOn(browser, 'jun', '/admin/people/acts', /\/acts\/[\da-f-]{36}$/),
  unit: (browser) => linkOn(browser, 'jun', '/admin/units', /\/units\/[\da-f-]{36}$/),
  exercise: async (browser) =>
    linkOn(browser, 'sora', await placeFor(browser, '{cohort}/exercises'), /\/runs\/[\da-f-]{36}$/),
  openVote: (browser) => linkOn(browser, 'haneul', '/my', /\/votes\/[\da-f-]{36}$/),
  closedVote: async (browser) =>
    linkOn(
      browser,
      'sora',
      await placeFor(browser, '{cohort}/exercises'),
      /\/votes\/[\da-f-]{36}$/,
    ),
  member: async (browser) =>
    linkOn(browser, 'sora', await placeFor(browser, '{cohort}'), /\/people\/[\da-f-]{36}$/),
  observe: async (browser) =>
    linkOn(
      browser,
      'sora',
      await placeFor(browser, '{member}'),
      /\/people\/[\da-f-]{36}\/observe$/,
    ),
  merged: (browser) => linkOn(browser, 'jun', '/admin/merges', /\/admin\/merges\/[\da-f-]{36}$/),
  draft: (browser) => linkOn(browser, 'jun', '/imports', /\/imports\/[\da-f-]{36}$/),
  taken: (browser) => linkOn(browser, 'jun', '/imports/waiting', /\/imports\/[\da-f-]{36}\?/),
  signing: (browser) => linkOn(browser, 'sora', '/signatures', /\/people\/.+\/competencies\//),
  challenge: (browser) => linkOn(browser, 'sora', '/challenges', /\/evidence\//),
  piece: (browser) => linkOn(browser, 'haneul', '/my/competencies/C1.1', /\/evidence\//),
  observation: (browser) => linkOn(browser, 'haneul', '/my/competencies', /\/observations\//),
  asked: (browser) => linkOn(browser, 'haneul', '/my/peers', /\/my\/peers\/[\da-f-]{36}$/),
  person: (browser) => linkOn(browser, 'jun', '/admin/people', /\/admin\/people\/[\da-f-]{36}$/),
  transcript: async (browser) =>
    (await placeFor(browser, '{member}')).replace(/^.*(?=\/people\/)/, ''),
  exceptions: async (browser) => `${await placeFor(browser, '{person}')}/required`,
  survey: (browser) => linkOn(browser, 'haneul', '/surveys', /\/surveys\/[\da-f-]{36}$/),
  results: (browser) => linkOn(browser, 'minji', '/surveys', /\/surveys\/[\da-f-]{36}\/results$/),
  programme: (browser) =>
    linkOn(browser, 'jun', '/admin/programmes', /\/admin\/programmes\/[\da-f-]{36}$/),
  required: (browser) => linkOn(browser, 'haneul', '/my', /\/my\/required\//),
  extended: (browser) => linkOn(browser, 'hyunwoo', '/my', /\/my\/required\//),
  claim: (browser) =>
    linkOn(browser, 'haneul', '/my/prior-learning', /\/prior-learning\/[\da-f-]{36}$/),
  review: (browser) => linkOn(browser, 'sora', '/reviews', /\/reviews\/[\da-f-]{36}$/),
  reviewed: (browser) =>
    linkOn(browser, 'jun', '/reviews?state=decided', /\/reviews\/[\da-f-]{36}$/),
  certificate: (browser) =>
    linkOn(browser, 'haneul', '/my/certificates', /\/my\/certificates\/[\da-f]{33}$/),
  verify: async (browser) =>
    (await placeFor(browser, '{certificate}')).replace('/my/certificates/', '/verify/'),
  run: (browser) =>
    linkOn(browser, 'minji', '/scenarios/participatory-budget', /\/runs\/[\da-f-]{36}$/),
  together: (browser) =>
    linkOn(browser, 'haneul', '/scenarios/what-the-bath-is-for', /\/runs\/[\da-f-]{36}$/),
  met: async (browser) => {
    const debrief = /\/runs\/[\da-f-]{36}\/debrief$/;
    const link = await linkOn(browser, 'haneul', '/scenarios/no-box-for-us', debrief);
    return link.replace('/debrief', '');
  },
  lobby: async (browser) => {
    const link = await placeFor(browser, '{invitation}');
    return link.replace(/\/join\/.*$/, '/lobby');
  },
  invitation: (browser) => invitationTo(browser, 'no-box-for-us'),
  finished: async (browser) => {
    const debrief = /\/runs\/[\da-f-]{36}\/debrief$/;
    const link = await linkOn(browser, 'junho', '/scenarios/heatwave-closure', debrief);
    return link.replace('/debrief', '');
  },
  welcome: (browser) => linkMailed(browser),
  reset: async (browser) => {
    const person = await placeFor(browser, '{person}');
    return linkAfter(browser, person, (page) =>
      page.getByRole('button', { name: translator('ko')('admin.person.reset-act') }).click(),
    );
  },
};
const places = new Map<string, Promise<string>>();

async function placeFor(browser: Browser, path: string): Promise<string> {
  const [whole = '', name = ''] = /\{(\w+)\}/.exec(path) ?? [];
  const search = SEARCHES[name];
  if (search === undefined) return path;
  const place = places.get(name) ?? search(browser);
  places.set(name, place);
  return path.replace(whole, await place);
}

async function linkOn(
  browser: Browser,
  as: Visitor,
  path: string,
  wanted: RegExp,
): Promise<string> {
  const context = await contextOf(browser, as);
  const page = await context.newPage();
  await page.goto(`/ko${path}`);
  const links = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  await context.close();
  const found = links.find((href) => wanted.test(href));
  if (found === undefined) throw new Error(`${path} has no link like ${wanted}`);
  return found.replace(/^\/ko/, '');
}

/** The link that opens a run together, taken from the lobby of whoever gathers people for it. */
async function invitationTo(browser: Browser, scenario: string): Promise<string> {
  const context = await contextOf(browser, 'minji');
  const page = await context.newPage();
  await page.goto(`/ko/scenarios/${scenario}`);
  await page.getByRole('button', { name: translator('ko')('scenario.begin.together') }).click();
  const link = await page.getByLabel(translator('ko')('scenario.lobby.link')).inputValue();
  await context.close();
  return new URL(link).pathname.replace(/^\/ko/, '');
}

function linkMailed(browser: Browser): Promise<string> {
  return linkAfter(browser, '/admin/outbox', (page) =>
    page
      .getByRole('button', {
        name: translator('ko')('admin.outbox.open-to', { address: 'gaeun.yoo@hanbit.example' }),
      })
      .click(),
  );
}

/** The link that a page of the administrator tells in its text after something was done on it. */
async function linkAfter(
  browser: Browser,
  path: string,
  act: (page: Page) => Promise<void>,
): Promise<string> {
  const context = await contextOf(browser, 'jun');
  const page = await context.newPage();
  await page.goto(`/ko${path}`);
  await act(page);
  const link = page.getByText(/https?:\/\/\S+\/(welcome|reset)\/[\w-]+/).last();
  const text = await link.innerText();
  await context.close();
  const [, found] = /https?:\/\/[^/]+\/(?:ko|en)(\/(?:welcome|reset)\/[\w-]+)/.exec(text) ?? [];
  if (found === undefined) throw new Error(`${path} tells no link`);
  return found;
}
