/** Where a page stands on the site, for search engines. */
import type { BreadcrumbList } from 'schema-dts';

/**
 * The way down to a page.
 * @param steps from the top to the page itself
 * @param base address of the site
 */
export function breadcrumbData(
  steps: readonly { name: string; href: string }[],
  base: URL | undefined,
): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: new URL(href, base).href,
    })),
  };
}
