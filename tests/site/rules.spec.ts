/** The page of the rules shows each of them, and how we work leads to it. */
import { expect, test } from '@playwright/test';
import { outputRules } from '../../src/checks/output/rules.ts';
import { rules } from '../../src/checks/rules/index.ts';

test('every rule stands on the page with what it does', async ({ page }) => {
  await page.goto('/how-we-work/');
  await page.getByRole('link', { name: 'the rules' }).click();
  await expect(page).toHaveURL(/\/rules\/$/);
  for (const { id, demands } of [...rules, ...Object.values(outputRules)]) {
    const entry = page.locator(`#${id}`);
    await expect(entry).toContainText(demands);
    await expect(entry).toContainText(
      /\((?:stops the build|warns|fails the check, not the build)\)/,
    );
  }
});
