import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The open dialog says what happened meanwhile, and leaves nothing to do but to close it. */
export async function learnsMeanwhile(page: Page, happened: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('status').getByText(happened).waitFor();
  expect(await dialog.locator('button[type=submit]').count()).toBe(0);
  expect(await dialog.getByRole('alert').count()).toBe(0);
  await dialog
    .getByRole('button', { name: /^(Fermer|Close)$/ })
    .first()
    .click();
  await dialog.waitFor({ state: 'detached' });
}
