/** Glossary terms: the definition that opens in place, and the order in which they are listed. */
import { anchors } from '../anchors.ts';
import type { Part } from '../document/document.ts';
import { need, type DataRecord, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Term } from '../schemas/term.ts';
import { aiText } from './ai-use.ts';
import { changeViews, type ChangeView } from './change.ts';
import { sourceLinks, type SourceLinkView } from './citation.ts';

export interface TermView {
  id: string;
  /** Old ids of it. */
  aliases: readonly string[];
  href: string;
  name: string;
  definition: string;
  /** "serum ferritin, stored iron"; undefined where there is no other name. */
  alsoText: string | undefined;
  sources: SourceLinkView[];
}

/**
 * One term.
 * @throws {Error} when it does not exist
 */
export function termView(id: string, library: Library): TermView {
  const { data } = need(library.glossary, id, 'term');
  const others = data.also.filter((name) => !data.name.includes(name));
  return {
    id,
    aliases: data.aliases,
    href: routes.term(id),
    name: data.name,
    definition: data.definition,
    alsoText: others.length === 0 ? undefined : others.join(', '),
    sources: sourceLinks(data.sources, library),
  };
}

/** A definition that opens in place. */
export interface TermNoteView {
  /** Its id on the page, to which the words that open it point. */
  anchor: string;
  term: TermView;
}

/** A definition for each term that prose explains, once. */
export function termNotes(parts: readonly Part[], library: Library): TermNoteView[] {
  const ids = new Set(termIds(parts));
  return [...ids].map((id) => ({ anchor: anchors.term(id), term: termView(id, library) }));
}

function termIds(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string' || part.kind === 'citation') return [];
    return [...(part.name === 'Term' ? [part.props.id] : []), ...termIds(part.children)];
  });
}

/** A term as the glossary shows it. */
export interface GlossaryTermView extends TermView {
  /** What part AI had in it, where that is another than the page says of all. */
  aiText: string | undefined;
  changes: ChangeView[];
}

/** Every term in alphabetical order. */
export function termsInOrder(library: Library): DataRecord<Term>[] {
  return [...library.glossary.values()].sort((a, b) =>
    a.data.name.localeCompare(b.data.name, 'en'),
  );
}

/**
 * One term for the glossary.
 * @throws {Error} when it does not exist
 */
export function glossaryTermView(id: string, library: Library): GlossaryTermView {
  const { data } = need(library.glossary, id, 'term');
  return {
    ...termView(id, library),
    aiText: data.aiUse === library.site.aiUse ? undefined : aiText(data.aiUse),
    changes: changeViews(data.changes),
  };
}
