/** What licences are called, and where they stand. */
import type { Licence } from '../schemas/image.ts';

/** A licence as readers see it. */
export interface LicenceName {
  name: string;
  /** Where its words stand; undefined where it has none. */
  href?: string;
}

const names: Record<Licence, LicenceName> = {
  'CC-BY-4.0': { name: 'CC BY 4.0', href: deed('by/4.0') },
  'CC-BY-SA-4.0': { name: 'CC BY-SA 4.0', href: deed('by-sa/4.0') },
  'CC-BY-3.0': { name: 'CC BY 3.0', href: deed('by/3.0') },
  'CC-BY-SA-3.0': { name: 'CC BY-SA 3.0', href: deed('by-sa/3.0') },
  'CC-BY-2.0': { name: 'CC BY 2.0', href: deed('by/2.0') },
  'CC-BY-SA-2.0': { name: 'CC BY-SA 2.0', href: deed('by-sa/2.0') },
  'CC0-1.0': {
    name: 'CC0 1.0',
    href: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  'public-domain': { name: 'public domain' },
  permission: { name: 'shown with permission, not for reuse' },
};

function deed(licence: string): string {
  return `https://creativecommons.org/licenses/${licence}/`;
}

/** Name and address of a licence. */
export function licenceName(licence: Licence): LicenceName {
  return names[licence];
}
