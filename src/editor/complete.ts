/** What may come next where somebody writes: ids, components, props, fields of the frontmatter. */
import type { z } from 'zod';
import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type Range,
} from 'vscode-languageserver';
import { isAbout } from '../checks/overview.ts';
import type { CollectionName } from '../corpus/collections.ts';
import { callOf } from '../corpus/editor-schemas.ts';
import type { Corpus, Entry } from '../corpus/corpus.ts';
import { componentNames, vocabulary, type ComponentName } from '../document/vocabulary.ts';
import { inOrder } from '../domain/order.ts';
import { innermost } from '../schemas/fields.ts';
import { explain, explainComponent } from './explain.ts';
import type { Spot } from './spot.ts';

/** Completions that are sent at once; the editor asks again as more is typed. */
const mostItems = 100;

/** What the editor can take. */
export interface Abilities {
  /** A range that stands once for all items. */
  editRange: boolean;
  snippets: boolean;
}

/**
 * Completions of a spot.
 * @param begun the letters of it before the cursor
 * @param range of all its letters
 * @param topics what the text is about: its claims come first
 */
export function completions(
  spot: Spot,
  begun: string,
  range: Range,
  corpus: Corpus,
  topics: readonly string[],
  abilities: Abilities,
): CompletionList {
  const { items, isIncomplete } = itemsOf(spot, begun.toLowerCase(), corpus, topics, abilities);
  if (abilities.editRange) return { isIncomplete, itemDefaults: { editRange: range }, items };
  return {
    isIncomplete,
    items: items.map(({ textEditText, ...item }) => ({
      ...item,
      textEdit: { range, newText: textEditText ?? item.label },
    })),
  };
}

function itemsOf(
  spot: Spot,
  begun: string,
  corpus: Corpus,
  topics: readonly string[],
  { snippets }: Abilities,
): { items: CompletionItem[]; isIncomplete: boolean } {
  const written = (text: string, plain: string): Partial<CompletionItem> =>
    snippets
      ? { textEditText: text, insertTextFormat: InsertTextFormat.Snippet }
      : { textEditText: plain };
  const whole = (items: CompletionItem[]) => ({ items, isIncomplete: false });
  switch (spot.kind) {
    case 'component':
      return whole(
        componentNames.map((name) => ({
          label: name,
          kind: CompletionItemKind.Class,
          documentation: { kind: MarkupKind.Markdown, value: explainComponent(name) },
          ...written(callTo(name), name),
        })),
      );
    case 'prop':
      return whole(
        Object.entries<z.ZodType>(vocabulary[spot.component].props.shape)
          .filter(([prop]) => !spot.used.has(prop))
          .map(([prop, schema]) => ({
            label: prop,
            kind: CompletionItemKind.Property,
            documentation: schema.description ?? '',
            ...written(propOf(prop, schema, 1), prop),
          })),
      );
    case 'key':
      return whole(
        Object.entries(spot.fields).map(([key, schema]) => ({
          label: key,
          kind: CompletionItemKind.Field,
          documentation: schema.description ?? '',
          textEditText: key,
        })),
      );
    case 'value': {
      const words = spot.words.map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
      const { found, more } = spot.isTopic
        ? { found: topicsOf(corpus), more: false }
        : idsFor(spot.collections, begun, corpus, topics);
      return { items: [...words, ...found], isIncomplete: more };
    }
  }
}

function callTo(name: ComponentName): string {
  const { inline, children, props } = vocabulary[name];
  const stops = Object.entries<z.ZodType>(props.shape).map(
    ([prop, schema], index) => ` ${propOf(prop, schema, index + 1)}`,
  );
  const open = `${name}${stops.join('')}`;
  if (!children) return `${open} />`;
  return inline ? `${open}>$0</${name}>` : `${open}>\n\n$0\n\n</${name}>`;
}

function propOf(prop: string, schema: z.ZodType, stop: number): string {
  return innermost(schema).def.type === 'number' ? `${prop}={$${stop}}` : `${prop}="$${stop}"`;
}

function topicsOf({ entries }: Corpus): CompletionItem[] {
  const topics = new Set([...entries.claims.values()].map(({ data }) => data.topic));
  return [...topics].sort().map((label) => ({ label, kind: CompletionItemKind.Value }));
}

// Ids that begin with what is typed, then those that hold it, then those whose title has its words; of equals
// those of the topics at hand.
function idsFor(
  names: readonly CollectionName[],
  begun: string,
  corpus: Corpus,
  topics: readonly string[],
): { found: CompletionItem[]; more: boolean } {
  const ranked = names
    .flatMap((name) => [...(corpus.entries[name] as Map<string, Entry>).values()])
    .flatMap((entry) => {
      const fit = fitOf(entry, begun);
      return fit === undefined
        ? []
        : [{ entry, rank: fit * 2 + (isClaimAbout(entry, topics) ? 0 : 1) }];
    })
    .sort((a, b) => a.rank - b.rank || inOrder(a.entry.id, b.entry.id));
  return {
    more: ranked.length > mostItems,
    found: ranked.slice(0, mostItems).map(({ entry, rank }, index) => ({
      label: entry.id,
      kind: CompletionItemKind.Reference,
      labelDetails: { description: noteOf(entry) },
      detail: callOf(entry.collection, entry),
      documentation: { kind: MarkupKind.Markdown, value: explain(entry, corpus) },
      sortText: String(index).padStart(4, '0'),
      // What was found by its title has none of its letters in its id.
      ...(rank >= 4 && { filterText: begun }),
    })),
  };
}

function fitOf(entry: Entry, begun: string): number | undefined {
  if (entry.id.startsWith(begun)) return 0;
  if (entry.id.includes(begun)) return 1;
  const title = ` ${callOf(entry.collection, entry).toLowerCase()}`;
  return begun.split('-').every((part) => title.includes(` ${part}`)) ? 2 : undefined;
}

function isClaimAbout(entry: Entry, topics: readonly string[]): boolean {
  return entry.collection === 'claims' && isAbout(entry as Entry<'claims'>, topics);
}

function noteOf({ collection, data }: Entry): string {
  if (collection === 'claims') return (data as Entry<'claims'>['data']).certainty;
  if (collection === 'sources') return (data as Entry<'sources'>['data']).custom.seen;
  return collection === 'products' ? (data as Entry<'products'>['data']).status : '';
}
