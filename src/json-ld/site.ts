/** schema.org data of the site itself. */
import type { Organization, WebSite } from 'schema-dts';
import { routes } from '../routes.ts';
import { site } from '../site.ts';

/**
 * Who publishes the site.
 * @param name what the site is called
 * @param base address of the site
 */
export function organizationOf(name: string, base: URL): Exclude<Organization, string> {
  return { '@type': 'Organization', name, url: new URL(routes.home(), base).href };
}

/**
 * The site and who publishes it. No search action: search engines take none any more.
 * @param name what the site is called
 * @param base address of the site
 */
export function siteData(
  name: string,
  base: URL,
): [Exclude<WebSite, string>, Exclude<Organization, string>] {
  const publisher = organizationOf(name, base);
  return [
    {
      '@type': 'WebSite',
      name,
      url: new URL(routes.home(), base).href,
      inLanguage: site.language,
      publisher,
    },
    { ...publisher, logo: new URL(routes.publicFile('icon-512.png'), base).href },
  ];
}
