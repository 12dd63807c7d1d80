/** Every id that pages give by themselves, so that no heading, question or term takes one of them. */

/** The parts of a nutrient's page that step behind the answer, in its order: ids with titles. */
export const nutrientParts = {
  'how-much': 'How much',
  'which-foods': 'Which foods',
  'what-it-does': 'What it does',
  'who-is-at-risk': 'Who else is at risk',
  'in-athletes': 'In athletes',
  'what-helps-and-hinders': 'What helps and hinders',
  'which-forms': 'Which forms',
  'what-harms': 'What harms',
  'how-it-is-tested': 'How it is tested',
  'what-the-evidence-says': 'What the evidence says',
  'which-products': 'Which products',
  questions: 'Questions',
  related: 'More articles',
  references: 'Sources',
} as const;

/** The id of one of them. */
export type NutrientPart = keyof typeof nutrientParts;

const onceOnPage = [
  'main',
  'takeaways',
  'contents',
  'questions',
  'references',
  'changes',
  'next',
  'not-advice',
  'facts',
  'key-findings',
  'what-holds',
  'responsible',
];

/** The ids that stand once on a page, in the frame or in a layout. */
export const frameIds: ReadonlySet<string> = new Set([
  ...onceOnPage,
  ...Object.keys(nutrientParts),
]);

/** Ids on the pages that list questions, terms, nutrients and purposes under their own ids. */
export const listPageIds: ReadonlySet<string> = new Set([
  'main',
  'moved',
  'not-advice',
  'other',
  'by-nutrient',
  'questions',
  'nutrients',
  'tools',
  'matrix',
  'claims',
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
  change: (mark: string) => `changed-on-${mark}`,
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
