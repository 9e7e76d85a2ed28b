import type { Page } from '@playwright/test';
import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { fillSignIn, signInAs, signUpResident } from '#tests/support/visitors.ts';

const t = translator('en');
const PASSWORD = 'four quiet rivers meet';

function newLogin(): string {
  return `guest-${crypto.randomUUID().slice(0, 8)}`;
}

function field(page: Page, key: Parameters<typeof t>[0]) {
  return page.getByLabel(t(key), { exact: true });
}

/** An administrator opens the newest mail to an address and reads the link in it. */
async function linkMailedTo(page: Page, address: string): Promise<string> {
  await page.goto('/en/admin/outbox');
  await page
    .getByRole('button', { name: t('admin.outbox.open-to', { address }) })
    .first()
    .click();
  const letter = await page.getByRole('region', { name: t('admin.outbox.opened') }).textContent();
  const [link] = /https?:\/\/\S+/.exec(letter ?? '') ?? [];
  expect(link).toBeDefined();
  return new URL(link ?? '').pathname;
}

test('a resident signs up without an e-mail address, leaves, and comes back', async ({ page }) => {
  const resident = await signUpResident(page, 'en');
  await page.getByRole('button', { name: t('shell.sign-out') }).click();
  await expect(page.getByRole('link', { name: t('shell.sign-in'), exact: true })).toBeVisible();
  await page.goto('/en/my');
  await expect(page).toHaveURL(/\/en\/sign-in\?next=%2Fen%2Fmy$/);
  await fillSignIn(page, resident, 'en');
  await expect(page).toHaveURL(/\/en\/my$/);
});

test('a form that is refused says why beside the field and keeps what was typed, but no password', async ({
  page,
}) => {
  await page.goto('/en/sign-up');
  await field(page, 'identity.name').fill('Bomi');
  await field(page, 'identity.login').fill('x');
  await field(page, 'identity.password').fill('password123');
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: t('identity.sign-up.act') }).click();
  expect((await answered).status()).toBe(422);
  await expect(field(page, 'identity.name')).toHaveValue('Bomi');
  await expect(field(page, 'identity.login')).toHaveValue('x');
  await expect(field(page, 'identity.password')).toHaveValue('');
  await expect(field(page, 'identity.login')).toHaveAccessibleDescription(
    new RegExp(t('problem.login-form').slice(0, 30)),
  );
  const summary = page.getByRole('alert');
  await summary.getByRole('link', { name: t('problem.password-common') }).click();
  await expect(field(page, 'identity.password')).toBeFocused();
});

test('a stranger cannot tell a wrong password from an unknown name', async ({ page }) => {
  const { login } = await signUpResident(page, 'en');
  await page.context().clearCookies();
  const answers: string[] = [];
  for (const name of [login, newLogin()]) {
    await page.goto('/en/sign-in');
    await fillSignIn(page, { login: name, password: PASSWORD }, 'en');
    answers.push(await page.getByRole('alert').innerText());
  }
  expect(answers[0]).toContain(t('problem.sign-in-wrong'));
  expect(answers[1]).toBe(answers[0]);
});

test('after ten wrong tries a name has to wait, and is told how long', async ({
  page,
  request,
  baseURL,
}) => {
  const login = newLogin();
  for (let tries = 0; tries < 10; tries += 1) {
    const answer = await request.post('/en/sign-in', {
      headers: { origin: baseURL ?? '' },
      form: { login, password: PASSWORD },
    });
    expect(answer.status()).toBe(422);
  }
  await page.goto('/en/sign-in');
  await fillSignIn(page, { login, password: PASSWORD }, 'en');
  await expect(page.getByRole('alert')).toContainText(t('problem.too-many-tries', { minutes: 15 }));
});

test('signing in goes back to where one was, and to no other site', async ({
  page,
  request,
  baseURL,
}) => {
  const { login, password } = await signUpResident(page, 'en');
  const goesTo = async (next: string) => {
    const answer = await request.post('/en/sign-in', {
      headers: { origin: baseURL ?? '' },
      form: { login, password, next },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(303);
    return answer.headers()['location'];
  };
  expect(await goesTo('/en/my/account?a=b')).toBe('/en/my/account?a=b');
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
  ]) {
    expect(await goesTo(next)).toBe('/en/my');
  }
});

test('the session cookie cannot be read by scripts nor sent by other sites', async ({ page }) => {
  await signUpResident(page, 'en');
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ name: 'hamkke', httpOnly: true, sameSite: 'Lax', path: '/' });
});

test('a form sent after the session had ended is kept and sent on after signing in', async ({
  page,
}) => {
  const resident = await signUpResident(page, 'en');
  await page.goto('/en/my/account');
  await field(page, 'identity.name').fill('Typed before the session ended');
  await page.context().clearCookies();
  await page
    .getByRole('button', { name: t('shell.save') })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: t('shell.pending.title') })).toBeVisible();
  await fillSignIn(page, { ...resident, password: 'not this one' }, 'en');
  await fillSignIn(page, resident, 'en');
  await page.getByRole('button', { name: t('shell.pending.send') }).click();
  await expect(page.getByRole('status')).toHaveText(t('identity.account.done.profile'));
  await page.goto('/en/my/account');
  await expect(field(page, 'identity.name')).toHaveValue('Typed before the session ended');
});

test('a forgotten password is renewed by mail, and the link works once', async ({
  browser,
  page,
}) => {
  const resident = await signUpResident(page, 'en');
  const address = `${resident.login}@example.org`;
  await page.goto('/en/my/account');
  await page.getByRole('textbox', { name: t('identity.email') }).fill(address);
  await field(page, 'identity.account.current-password').first().fill(resident.password);
  await page
    .getByRole('button', { name: t('shell.save') })
    .nth(1)
    .click();
  await expect(page.getByRole('status')).toHaveText(t('identity.account.done.email'));
  await page.context().clearCookies();

  for (const login of [newLogin(), resident.login]) {
    await page.goto('/en/forgot');
    await field(page, 'identity.forgot.field').fill(login);
    await page.getByRole('button', { name: t('identity.forgot.act') }).click();
    await expect(page.getByRole('status')).toContainText(t('identity.forgot.sent'));
  }

  const office = await browser.newPage();
  await signInAs(office, 'jun', 'en');
  const link = await linkMailedTo(office, address);
  await page.goto(link);
  await field(page, 'identity.reset.field').fill(PASSWORD);
  await page.getByRole('button', { name: t('identity.reset.act') }).click();
  await expect(page.getByRole('status')).toHaveText(t('identity.sign-in.reset-done'));
  await fillSignIn(page, { login: resident.login, password: PASSWORD }, 'en');
  await expect(page).toHaveURL(/\/my$/);
  await page.goto(link);
  await expect(page.getByRole('alert')).toContainText(t('problem.reset-invalid'));
  await office.close();
});

test('an administrator hands a password link to somebody without an e-mail address', async ({
  browser,
  page,
}) => {
  const resident = await signUpResident(page, 'en');
  const office = await browser.newPage();
  await signInAs(office, 'jun', 'en');
  await office.goto(`/en/admin/people?search=${resident.login}`);
  await office.getByRole('row', { name: resident.login }).getByRole('link').click();
  await office.getByRole('button', { name: t('admin.person.reset-act') }).click();
  const shown = await office
    .getByRole('status', { name: t('admin.person.reset-link') })
    .textContent();
  const [link = ''] = /https?:\/\/\S+\/reset\/[\w-]+/.exec(shown ?? '') ?? [];
  await office.close();
  await page.goto(new URL(link).pathname);
  await expect(page.getByText(resident.login)).toBeVisible();
});

test('an invited colleague arrives with the promised role; a withdrawn invitation opens nothing', async ({
  browser,
  page: office,
}) => {
  await signInAs(office, 'jun', 'en');
  const invite = async (address: string) => {
    await office.goto('/en/admin/invitations');
    await field(office, 'identity.name').fill('Haneul Jeong');
    await field(office, 'identity.email').fill(address);
    await office.getByRole('checkbox', { name: t('shell.role.trainer') }).check();
    await office.getByRole('button', { name: t('admin.invitations.send') }).click();
    await expect(office.getByRole('status')).toHaveText(t('admin.invitations.done.sent'));
    return linkMailedTo(office, address);
  };
  const login = newLogin();
  const welcome = await invite(`${login}@example.org`);
  const colleague = await browser.newPage();
  await colleague.goto(welcome);
  await field(colleague, 'identity.login').fill(login);
  await field(colleague, 'identity.password').fill(PASSWORD);
  await colleague.getByRole('button', { name: t('identity.welcome.act') }).click();
  await expect(colleague.getByRole('link', { name: t('shell.cohorts') })).toBeVisible();
  await colleague.goto(welcome);
  await expect(colleague.getByRole('alert')).toContainText(t('problem.invitation-accepted'));

  const address = `${newLogin()}@example.org`;
  const second = await invite(address);
  await office.goto('/en/admin/invitations');
  await office
    .getByRole('row', { name: address })
    .getByRole('button', { name: t('admin.invitations.withdraw') })
    .click();
  await expect(office.getByRole('status')).toHaveText(t('admin.invitations.done.withdraw'));
  await colleague.goto(second);
  await expect(colleague.getByRole('alert')).toContainText(t('problem.invitation-withdrawn'));
  await colleague.close();
});

test('a new password signs out every other device, and a lost device can be signed out alone', async ({
  browser,
  page,
}) => {
  const resident = await signUpResident(page, 'en');
  const phone = await browser.newPage();
  const enter = async () => {
    await phone.goto('/en/sign-in');
    await fillSignIn(phone, resident, 'en');
    await expect(phone).toHaveURL(/\/my$/);
  };
  await enter();
  await page.goto('/en/my/account');
  await page.getByRole('button', { name: /^Sign out .+\d/ }).click();
  await expect(page.getByRole('status')).toHaveText(t('identity.account.done.session'));
  await phone.goto('/en/my');
  await expect(phone).toHaveURL(/sign-in/);

  await enter();
  await field(page, 'identity.account.current-password').last().fill(resident.password);
  await field(page, 'identity.account.new-password').fill(PASSWORD);
  await page.getByRole('button', { name: t('identity.account.password-act') }).click();
  await expect(page.getByRole('status')).toHaveText(t('identity.account.done.password'));
  await phone.goto('/en/my');
  await expect(phone).toHaveURL(/sign-in/);
  await phone.close();
});

test('administration is closed to everybody else', async ({ page }) => {
  const pages = ['', '/people', '/invitations', '/outbox', '/audit'];
  for (const path of pages) {
    await page.goto(`/en/admin${path}`);
    await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
  }
  await signInAs(page, 'sora', 'en');
  for (const path of pages) {
    await page.goto(`/en/admin${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('shell.error.forbidden'));
  }
});

test('a changed role is kept in the audit trail with before and after', async ({
  browser,
  page,
}) => {
  const resident = await signUpResident(page, 'en');
  const office = await browser.newPage();
  await signInAs(office, 'jun', 'en');
  await office.goto('/en/admin/people');
  await office.getByRole('searchbox').fill(resident.login);
  await office.getByRole('button', { name: t('admin.people.find') }).click();
  await office.getByRole('row', { name: resident.login }).getByRole('link').click();
  await office.getByRole('checkbox', { name: t('shell.role.trainer') }).check();
  await office.getByRole('button', { name: t('admin.person.roles-save') }).click();
  await expect(office.getByRole('status')).toHaveText(t('admin.person.done.roles'));
  await expect(office.getByRole('cell', { name: 'Resident → Resident, Trainer' })).toBeVisible();
  await office.close();
  await page.goto('/en/my');
  await expect(page.getByRole('link', { name: t('shell.cohorts') })).toBeVisible();
});

test('the chosen language stays', async ({ page }) => {
  await signUpResident(page, 'en');
  await page.goto('/en/my/account');
  await field(page, 'identity.language').selectOption('ko');
  await page
    .getByRole('button', { name: t('shell.save') })
    .first()
    .click();
  await expect(page).toHaveURL(/\/ko\/my\/account/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    translator('ko')('identity.account.title'),
  );
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('signing in needs nothing but the keyboard', async ({ page }) => {
    await page.goto('/ko/sign-in');
    await page.getByLabel(translator('ko')('identity.login'), { exact: true }).focus();
    await page.keyboard.type('haneul');
    await page.keyboard.press('Tab');
    await page.keyboard.type('hamkke-haneul');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/ko\/my$/);
  });
});
