/** What axe finds on a page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Violations on a page as it stands, each with the elements that it is about. In one look: pages hold no
 * frames, and to gather what frames hold takes a page more and as long again.
 */
export async function violationsOn(
  page: Page,
  { part, without = [] }: { part?: string; without?: string[] } = {},
): Promise<string[]> {
  const axe = new AxeBuilder({ page }).disableRules(without).setLegacyMode();
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
