/** What an entry is, in a few lines of Markdown for whoever writes: hints of completions, and hovers. */
import type { z } from 'zod';
import type { CollectionName } from '../corpus/collections.ts';
import { callOf } from '../corpus/editor-schemas.ts';
import type { Corpus, Entry } from '../corpus/corpus.ts';
import { vocabulary, type ComponentName } from '../document/vocabulary.ts';

/** The entry that an id names in one of some collections. */
export function entryOf(
  { entries }: Pick<Corpus, 'entries'>,
  names: readonly CollectionName[],
  id: string,
): Entry | undefined {
  for (const name of names) {
    const entry = (entries[name] as Map<string, Entry>).get(id);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** What an entry is: of a claim what it says, how sure that is, and who was studied. */
export function explain(entry: Entry, { entries }: Pick<Corpus, 'entries'>): string {
  const lines = [`**${callOf(entry.collection, entry)}**`, ...factsOf(entry, entries)];
  return lines.join('\n\n');
}

function factsOf({ collection, data, id }: Entry, entries: Corpus['entries']): string[] {
  const own = data as Record<string, unknown>;
  switch (collection) {
    case 'claims': {
      const claim = data as Entry<'claims'>['data'];
      const sources = claim.sources.map((source) => {
        const title = entries.sources.get(source)?.data.title;
        return `- \`${source}\`${title === undefined ? '' : ` ${title}`}`;
      });
      return [
        `Certainty: ${claim.certainty}. Found: ${claim.finding}. Runners: ${claim.appliesToRunners}.`,
        `Population: ${claim.population}`,
        ...(claim.intervention === undefined ? [] : [`Intervention: ${claim.intervention}`]),
        ...(claim.comparator === undefined ? [] : [`Comparator: ${claim.comparator}`]),
        ...(claim.figures === undefined ? [] : [claim.figures]),
        sources.join('\n'),
      ];
    }
    case 'sources': {
      const { author, issued, custom, ...source } = data as Entry<'sources'>['data'];
      const names = (author ?? []).map((name) => ('literal' in name ? name.literal : name.family));
      const who = names.length > 3 ? `${names[0] ?? ''} and others` : names.join(', ');
      const year = issued?.['date-parts'][0]?.[0];
      return [
        [who, source['container-title'] ?? source.publisher, year]
          .filter((part) => part !== undefined && part !== '')
          .join(', '),
        `Design: ${custom.design}. Seen: ${custom.seen}. Runners: ${custom.runners}.${custom.retracted === true ? ' Retracted.' : ''}`,
      ].filter((line) => line !== '');
    }
    case 'products': {
      const product = data as Entry<'products'>['data'];
      const amounts = product.nutrients.map(
        ({ nutrient, amount, unit }) => `${nutrient} ${amount} ${unit}`,
      );
      return [
        `${product.brand ?? 'Maker not known'}, ${product.status}.`,
        ...(amounts.length === 0 ? [] : [amounts.join(', ')]),
      ];
    }
    default: {
      const said = own['definition'] ?? own['description'] ?? own['sentence'] ?? own['alt'];
      return typeof said === 'string' ? [said] : [`\`${id}\``];
    }
  }
}

/** What a component is for: where it stands, and its props. */
export function explainComponent(name: ComponentName): string {
  const { inline, children, props } = vocabulary[name];
  const fields = Object.entries<z.ZodType>(props.shape);
  return [
    `\`<${name}>\` ${inline ? 'stands inside a sentence' : 'stands on lines of its own'}${children ? ', around words' : ''}.`,
    fields.map(([prop, schema]) => `- \`${prop}\`: ${schema.description ?? ''}`).join('\n'),
  ].join('\n\n');
}
