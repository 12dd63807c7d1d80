/** schema.org data of whoever writes or reviews: only what the page shows. */
import type { Organization, Person, ProfilePage } from 'schema-dts';
import type { PersonView } from '../views/person.ts';

/**
 * A profile of a person; an organization as itself.
 * @param base address of the site
 */
export function personData(
  view: PersonView,
  base: URL,
): Exclude<ProfilePage | Organization, string> {
  const url = new URL(view.href, base).href;
  const { name, description } = view;
  const sameAs = view.url === undefined ? {} : { sameAs: view.url };
  if (view.kind === 'organization')
    return { '@type': 'Organization', name, description, url, ...sameAs };
  const person: Person = {
    '@type': 'Person',
    name,
    description,
    url,
    ...(view.credentials === undefined ? {} : { honorificSuffix: view.credentials }),
    ...sameAs,
  };
  return { '@type': 'ProfilePage', url, mainEntity: person };
}
