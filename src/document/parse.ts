/** Markdown to its tree, with what the parser would take for markup and authors mean as text. */
import type { Root } from 'hast';
import { mdxToHast, mdxToMdast } from 'satteri';

// A single tilde means "about" or "to", and the parser would strike through what stands between two.
// A character that no file can hold takes its place, so that offsets stay what they are.
const singleTilde = /(?<!~)(?<=(?<!\\)(?:\\\\)*)~(?!~)/g;
const stand = '\uE005';

/**
 * Parses a text.
 * @param hasFrontmatter whether it may start with fields, which are no text
 * @throws {Error} of Sätteri's where it is no MDX
 */
export function parseMarkdown(source: string, hasFrontmatter: boolean): Root {
  const masked = source.replace(singleTilde, stand);
  let root: Root;
  try {
    root = mdxToHast(masked, { features: features(hasFrontmatter) }) as unknown as Root;
  } catch (error) {
    if (error instanceof Error) error.message = error.message.replaceAll(stand, '~');
    throw error;
  }
  if (masked !== source) restore(root);
  return root;
}

function features(hasFrontmatter: boolean) {
  return { gfm: { footnotes: false }, frontmatter: hasFrontmatter };
}

const definition = /^[\s>*+-]*\[[^\]\n]+\]:/m;

interface MarkdownNode {
  type: string;
  identifier?: string;
  position?: { start: { offset?: number } };
  children?: MarkdownNode[];
}

/** The address of a link that stands by itself, and is not what its author meant. */
export interface LostDefinition {
  /** Where it stands in the source. */
  offset: number;
  /** Whether it is a footnote of one word, such as an address. */
  isNote: boolean;
}

/** Link definitions that nothing uses, of which Markdown prints no letter, and footnotes taken for one. */
export function lostDefinitions(source: string, hasFrontmatter: boolean): LostDefinition[] {
  if (!definition.test(source)) return [];
  const used = new Set<string>();
  const defined: { identifier: string; offset: number }[] = [];
  const visit = ({ type, identifier = '', position, children = [] }: MarkdownNode): void => {
    if (type === 'definition') defined.push({ identifier, offset: position?.start.offset ?? 0 });
    else if (type.endsWith('Reference')) used.add(identifier);
    children.forEach(visit);
  };
  visit(mdxToMdast(source, { features: features(hasFrontmatter) }) as unknown as MarkdownNode);
  return defined
    .filter(
      ({ identifier }, index) =>
        identifier.startsWith('^') ||
        !used.has(identifier) ||
        defined.findIndex((other) => other.identifier === identifier) < index,
    )
    .map(({ identifier, offset }) => ({ offset, isNote: identifier.startsWith('^') }));
}

function restore(value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') {
      (value as Record<string, string>)[key] = inner
        .replaceAll(stand, '~')
        .replaceAll(encoded, '~');
    } else if (key !== 'position') restore(inner);
  }
}

// As an address holds it.
const encoded = encodeURIComponent(stand);
