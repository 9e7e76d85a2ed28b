import { readFile } from 'node:fs/promises';
import { translator } from '#i18n/index.ts';
import { expect, test } from '#tests/support/browser.ts';
import { signInAs, signUpResident } from '#tests/support/visitors.ts';

const t = translator('ko');
const POSITION = '/ko/admin/positions/contract-officer';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an administrator raises a target, sees first whom it concerns, and the reason stays', async ({
    page,
  }) => {
    await signInAs(page, 'jun');
    await page.goto(POSITION);
    await page.getByLabel(t('position.give-logins')).fill('nari\nnobody');
    await page.getByRole('button', { name: t('position.give-act') }).click();
    await expect(page.getByRole('alert')).toContainText('nobody');
    await page.getByLabel(t('position.give-logins')).fill('nari');
    await page.getByRole('button', { name: t('position.give-act') }).click();
    await expect(page.getByRole('status')).toContainText(t('position.done.given'));

    await page.getByRole('link', { name: t('position.edit'), exact: true }).click();
    const first = page.getByRole('group', { name: t('position.form.activity', { n: 1 }) });
    await first.getByLabel(t('position.form.level', { n: 1 })).selectOption('4');
    await page.getByRole('button', { name: t('position.form.preview') }).click();
    await expect(page.getByRole('status')).toContainText(t('position.preview-holders', { n: 1 }));
    await expect(first.getByLabel(t('position.form.level', { n: 1 }))).toHaveValue('4');
    await page.getByLabel(t('position.form.why')).fill('계약 규정이 바뀌었습니다.');
    await page.getByRole('button', { name: t('position.form.save') }).click();
    const history = page.getByRole('region', { name: t('position.history'), exact: true });
    await expect(history).toContainText('계약 규정이 바뀌었습니다.');
    await expect(history).toContainText(
      t('position.change.target', {
        competency: '주민참여예산과 가치 지향 구매',
        before: t('competency.level.3'),
        after: t('competency.level.4'),
      }),
    );
  });

  test('a resident takes up a civic role, sees what it asks for, and lays it down again', async ({
    page,
  }) => {
    await signUpResident(page);
    await page.goto('/ko/my/targets');
    await expect(page.getByRole('main')).toContainText(t('position.gaps-none'));
    await page
      .getByRole('button', { name: t('position.mine.choose-act', { name: '디지털 이웃 도우미' }) })
      .click();
    await expect(page.getByRole('status')).toContainText(t('position.done.chosen'));
    const gaps = page.getByRole('region', { name: t('position.gaps'), exact: true });
    await expect(gaps.getByRole('heading', { level: 3 })).toHaveCount(5);
    await expect(gaps.getByRole('img')).toHaveCount(5);
    await page
      .getByRole('button', { name: t('position.mine.leave-of', { name: '디지털 이웃 도우미' }) })
      .click();
    await expect(page.getByRole('status')).toContainText(t('position.done.left'));
    await expect(gaps.getByRole('heading', { level: 3 })).toHaveCount(0);
  });
});

test('a trainer compares a cohort with its targets, on the page and as a table to take along', async ({
  page,
}) => {
  await signInAs(page, 'sora');
  await page.goto('/ko/cohorts');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.getByRole('link', { name: t('position.cohort.link') }).click();
  const junho = page.getByRole('row').filter({ hasText: '이준호' });
  await expect(junho).toContainText(t('position.gap-short.met'));
  await page.getByRole('link', { name: t('position.cohort.sort-open') }).click();
  const open = await page
    .getByRole('row')
    .locator('td:nth-of-type(1)')
    .evaluateAll((cells) => cells.map((cell) => Number.parseInt(cell.textContent ?? '', 10)));
  expect(open.length).toBeGreaterThan(2);
  expect(open).toEqual(open.toSorted((a, b) => b - a));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('cohort.csv') }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toContain('이준호,재난상황 담당');
});

test('somebody whose level was confirmed under earlier words is told, and finds both', async ({
  page,
}) => {
  await signInAs(page, 'junho');
  await page.goto('/ko/my/competencies');
  const command = page.getByRole('listitem').filter({ hasText: '지휘·역할·의사결정' });
  await expect(command).toContainText('이전 설명 아래에서 확인되었고');
  await command.getByRole('link', { name: t('framework.changed-see') }).click();
  await expect(page).toHaveURL(/\/competencies\/C5\.2#wording$/);
  const wording = page.getByRole('region', { name: t('framework.wordings'), exact: true });
  await expect(wording).toContainText('지역대책본부와');
  await expect(wording).toContainText('지역재난안전대책본부와');
});

test('a civil servant is let in neither where positions are edited nor where others are compared', async ({
  page,
}) => {
  await signInAs(page, 'nari');
  const cohort = '/cohorts/00000000-0000-7000-8000-000000000000';
  for (const path of [
    '/admin/positions',
    '/admin/positions/new',
    '/admin/positions/contract-officer',
    '/admin/positions/contract-officer/edit',
    '/admin/gaps',
    `${cohort}/gaps`,
    `${cohort}/gaps.csv`,
  ]) {
    const answer = await page.request.get(`/ko${path}`);
    expect(answer.status(), path).toBe(403);
  }
});
