/** What can be found: one record for each question, section, nutrient, product, term, figure, claim and page. */

/** Groups of results, in the order in which they stand where they fit equally well. */
export const kinds = [
  'answers',
  'articles',
  'nutrients',
  'products',
  'terms',
  'figures',
  'pages',
  'evidence',
] as const;
export type Kind = (typeof kinds)[number];

/** What a result shows. */
export interface Card {
  title: string;
  href: string;
  /** A sentence of it. */
  text?: string | undefined;
  /** The section of the article that fits. */
  section?: string | undefined;
  /** "Strong", "Limited" */
  certainty?: string | undefined;
  /** Its mark in the stylesheet. */
  mark?: string | undefined;
}

/** What can be found, with the words that it is found by. */
export interface SearchRecord {
  kind: Kind;
  title: string;
  /** Other names of it. */
  aliases: readonly string[];
  lead: string;
  body: string;
  card: Card;
  /** The whole answer, by paragraphs. */
  answer?: readonly string[];
  /** Number of the article of which it is a section; its first record is the article itself. */
  article?: number;
  isSection?: true;
}

/** Words for each other, as `content/synonyms.yaml` has them. */
export interface Synonyms {
  equal: readonly (readonly string[])[];
  also: readonly { of: readonly string[]; look: readonly string[] }[];
}
