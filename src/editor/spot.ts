/** What stands at a place of a text that somebody writes: a citation, a component, a prop, a field. */
import type { z } from 'zod';
import { collectionNames, collections, type CollectionName } from '../corpus/collections.ts';
import { frontmatterOf, spotIn } from '../corpus/data.ts';
import { isComponentName, vocabulary, type ComponentName } from '../document/vocabulary.ts';
import { citable, fieldOf, groupOf, innermost, schemasAt, wordsOf } from '../schemas/fields.ts';

/** Letters between two offsets, and what may stand there. */
export type Spot = { start: number; end: number } & (
  | { kind: 'component' }
  | { kind: 'prop'; component: ComponentName; used: ReadonlySet<string> }
  | { kind: 'key'; fields: Readonly<Record<string, z.ZodType>> }
  /** One of these words, or an id of an entry of these collections, or of none a topic of claims. */
  | {
      kind: 'value';
      isCitation: boolean;
      collections: readonly CollectionName[];
      words: readonly string[];
      isTopic: boolean;
    }
);

/** How far before a place a citation or a tag may open. */
const farthest = 2000;

/**
 * What stands at an offset of a file of a collection.
 * @param isBegun whether it is being written: fields then have no value yet, see `begun`
 */
export function spotAt(
  text: string,
  offset: number,
  collection: CollectionName,
  isBegun = false,
): Spot | undefined {
  const citation = citationAt(text, offset);
  if (citation !== undefined) return citation;
  const { extension } = collections[collection];
  const data = extension === '.mdx' ? frontmatterOf(text) : text;
  if (extension === '.mdx' && (data === undefined || offset > data.trimEnd().length + 1))
    return tagAt(text, offset);
  return dataAt(data ?? '', offset, collection, isBegun);
}

function citationAt(text: string, offset: number): Spot | undefined {
  const before = text.slice(Math.max(0, offset - farthest), offset);
  const [, escape, list] = /(\\?)\[(@[^[\]]*)$/.exec(before) ?? [];
  if (list === undefined || escape !== '' || /\n\s*\n/.test(list)) return undefined;
  const [, begun] = /@([\w-]*)$/.exec(list) ?? [];
  if (begun === undefined) return undefined;
  return {
    ...word(text, offset, begun),
    kind: 'value',
    isCitation: true,
    collections: citable,
    words: [],
    isTopic: false,
  };
}

// The letters of a name around an offset, of which some stand before it.
function word(text: string, offset: number, begun: string): { start: number; end: number } {
  const [rest = ''] = /^[\w-]*/.exec(text.slice(offset, offset + 200)) ?? [];
  return { start: offset - begun.length, end: offset + rest.length };
}

function tagAt(text: string, offset: number): Spot | undefined {
  const from = Math.max(0, offset - farthest);
  const open = text.slice(from, offset).lastIndexOf('<');
  if (open === -1) return undefined;
  const tag = text.slice(from + open + 1, offset);
  const [, begun] = /^\/?([A-Za-z]*)$/.exec(tag) ?? [];
  if (begun !== undefined) return { ...word(text, offset, begun), kind: 'component' };
  const [, name = '', props] = /^([A-Za-z]+)\s([^>]*)$/.exec(tag) ?? [];
  if (props === undefined || !isComponentName(name)) return undefined;
  const used = new Set<string>();
  const rest = props.replaceAll(
    /([A-Za-z]+)\s*=\s*(?:"[^"]*"|'[^']*'|\{[^}]*\})/g,
    (_whole, prop: string) => {
      used.add(prop);
      return '';
    },
  );
  const [, prop = '', value] = /([A-Za-z]+)\s*=\s*\{?["']([^"']*)$/.exec(rest) ?? [];
  const fields = vocabulary[name].props.shape as Record<string, z.ZodType>;
  if (value !== undefined) {
    const schema = fields[prop];
    const [last = ''] = /[\w-]*$/.exec(value) ?? [];
    return schema && valueSpot(word(text, offset, last), [innermost(schema)]);
  }
  const [letters] = /[A-Za-z]*$/.exec(rest) ?? [''];
  if (/[={"']/.test(rest)) return undefined;
  return { ...word(text, offset, letters), kind: 'prop', component: name, used };
}

function valueSpot(at: { start: number; end: number }, schemas: readonly z.ZodType[]): Spot {
  const fields = schemas.map((schema) => fieldOf(schema));
  const named = new Set(
    fields.flatMap((field) => (field?.kind === 'ref' ? field.collections : [])),
  );
  return {
    ...at,
    kind: 'value',
    isCitation: false,
    collections: collectionNames.filter((name) => named.has(name)),
    words: schemas.flatMap((schema) =>
      innermost(schema).def.type === 'boolean' ? ['true', 'false'] : wordsOf(innermost(schema)),
    ),
    isTopic: fields.some((field) => field?.kind === 'id'),
  };
}

// A word that no author writes takes the place of what is begun.
const begunWord = 'begun-here-0';

function dataAt(
  data: string,
  offset: number,
  collection: CollectionName,
  isBegun: boolean,
): Spot | undefined {
  const { schema, list } = collections[collection];
  const below = (path: readonly PropertyKey[]): z.ZodType[] =>
    schemasAt(schema, list === true ? path.slice(1) : path);
  if (!isBegun) {
    const spot = spotIn(data, offset);
    return spot === undefined || spot.isKey ? undefined : valueSpot(spot, below(spot.path));
  }
  const [begun = ''] = /[\w-]*$/.exec(data.slice(0, offset)) ?? [];
  const at = word(data, offset, begun);
  const line = data.slice(data.lastIndexOf('\n', at.start - 1) + 1, at.start);
  const isKey = /^\s*(?:- )*$/.test(line);
  const put = (written: string): string => data.slice(0, at.start) + written + data.slice(at.end);
  if (isKey) {
    const rest = data.slice(at.end).split('\n', 1)[0] ?? '';
    const spot = spotIn(put(rest.startsWith(':') ? begunWord : `${begunWord}: 0`), at.start);
    const parents = spot?.isKey === true ? below(spot.path.slice(0, -1)) : [];
    const fields = Object.assign({}, ...parents.map(groupOf)) as Record<string, z.ZodType>;
    if (Object.keys(fields).length > 0) return { ...at, kind: 'key', fields };
  }
  const spot = spotIn(put(begunWord), at.start);
  return spot === undefined || spot.isKey ? undefined : valueSpot(at, below(spot.path));
}
