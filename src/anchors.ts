/** Every id that pages give by themselves, so that no heading, question or term takes one of them. */

const onceOnPage = [
  'main',
  'takeaways',
  'contents',
  'questions',
  'references',
  'changes',
  'related',
  'next',
  'not-advice',
  'facts',
  'how-much',
  'which-foods',
  'what-it-does',
  'who-is-at-risk',
  'in-athletes',
  'what-helps-and-hinders',
  'which-forms',
  'how-it-is-tested',
  'what-harms',
  'what-the-evidence-says',
  'which-products',
  'key-findings',
] as const;

/** An id that stands once on a page, in the frame or in a layout. */
export type FrameId = (typeof onceOnPage)[number];

/** All of them. */
export const frameIds: ReadonlySet<string> = new Set(onceOnPage);

/** Ids on the pages that list terms and nutrients under the entries' own ids. */
export const listPageIds: ReadonlySet<string> = new Set([
  'main',
  'narrow',
  'products',
  'products-caption',
  'amounts-not-known',
]);

/** The stripes that marks of moderate weight are filled with: no heading's id has an underscore. */
export const effectStripes = 'e_stripes';

/** Ids of which a page has many, one function each; what stands before the last part is theirs alone. */
export const anchors = {
  citation: (number: number | string) => `cite-${number}`,
  note: (number: number | string) => `note-${number}`,
  reference: (number: number | string) => `ref-${number}`,
  term: (id: string) => `term-${id}`,
  product: (id: string) => `product-${id}`,
  theme: (id: string) => `theme-${id}`,
  claims: (outcome: string) => `claims-${outcome}`,
} as const;

const prefixes = Object.values(anchors).map((anchor) => anchor(''));

/** Whether an id is one of many that a page may give. */
export function isSeriesId(id: string): boolean {
  return prefixes.some((prefix) => id.startsWith(prefix));
}

/** Whether a page may give this id by itself. */
export function isFrameId(id: string): boolean {
  return frameIds.has(id) || isSeriesId(id);
}
