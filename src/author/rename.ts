/** Renames an entry of the content wherever its id stands, and says who uses one. */
import type { Problem, Edit, Position } from '../problem.ts';
import { pathOf } from '../routes.ts';
import { printable, UserError } from '../problem.ts';
import { applyEdits } from '../checks/fix.ts';
import { componentReferences } from '../checks/evidence.ts';
import {
  collectionNames,
  collections,
  pageOf,
  type CollectionName,
} from '../corpus/collections.ts';
import { proseEntries } from '../corpus/compiled.ts';
import { allEntries, type Corpus, type Entry } from '../corpus/corpus.ts';
import { compileEntry } from '../corpus/prose.ts';
import { referencesOf } from '../corpus/references.ts';
import { renameAt, rewriteLink } from '../document/mend.ts';
import { didYouMean } from '../document/suggest.ts';
import { citable, fieldOf, id as idField } from '../schemas/fields.ts';
import type { z } from 'zod';

/** An entry by its collection and id. */
export interface Name {
  collection: CollectionName;
  id: string;
}

/** What a renaming would do; nothing of it is written. */
export interface Plan {
  /** Files whose text differs, by their old path. */
  texts: ReadonlyMap<string, { before: string; after: string }>;
  /** Files that get another path, pictures among them. */
  moves: ReadonlyMap<string, string>;
  /** The page that had the old address, and whether that leads to the new one. */
  address?: { from: string; to: string; isLed: boolean };
}

/** A place that names an entry. */
export interface Use {
  file: string;
  position: Position;
  /** What stands there, such as "a citation". */
  as: string;
  /** Puts another id, or the address of one, in its place; undefined where its author has to. */
  rewrite: (id: string) => Edit | undefined;
}

/**
 * Reads `claims/iron-limit`.
 * @throws {UserError} when it names no collection, or no entry of it
 */
export function readName(corpus: Corpus, text: string): Name {
  const [name = '', id = '', ...more] = text.replace(/^content\//, '').split('/');
  const names = collectionNames.filter((other) => collections[other].file === undefined);
  const collection = names.find((other) => other === name);
  if (collection === undefined || id === '' || more.length > 0) {
    const meant = names
      .filter((other) => id === '' && corpus.entries[other].has(bareId(name)))
      .map((other) => `"${other}/${bareId(name)}"`);
    throw new UserError(
      `"${text}" names no entry: write ${meant.length > 0 ? meant.join(' or ') : `collection/id, with one of ${names.join(', ')}`}.`,
    );
  }
  const bare = bareId(id);
  const known = [...(corpus.entries[collection] as Map<string, Entry>).keys()];
  if (!known.includes(bare))
    throw new UserError(
      `There is no ${collections[collection].noun} "${bare}". ${didYouMean(bare, known, `Look into content/${collection}/.`)}`,
    );
  return { collection, id: bare };
}

/** An id as it was given: as the path of the file, too, where that lies in the same folder. */
export function givenId(collection: CollectionName, text: string): string {
  const path = text.replace(/^content\//, '');
  return bareId(path.startsWith(`${collection}/`) ? path.slice(collection.length + 1) : path);
}

function bareId(id: string): string {
  return id.replace(/\.(?:mdx|ya?ml|json)$/, '');
}

/** Everything in the content that names an entry, files that are named after it aside. */
export function usesOf(corpus: Corpus, { collection, id }: Name): Use[] {
  const names = [collection, ...companionsOf(collection)];
  const isMeant = (reference: { id: string; collections: readonly string[] }): boolean =>
    reference.id === id && names.some((name) => reference.collections.includes(name));
  const inData = referencesOf(corpus)
    .filter(isMeant)
    .map(({ entry, path }): Use => {
      const position = entry.locate(path);
      return {
        file: entry.file,
        position,
        as: `"${path.map(String).join('.')}"`,
        rewrite: (other) => renameAt(entry.text(), position, '\n', id, other),
      };
    });
  const inProse = proseEntries(corpus).flatMap((entry) => {
    const { citations, components, links } = compileEntry(entry).document;
    const use = (position: Position, as: string, until: string): Use => ({
      file: entry.file,
      position,
      as,
      rewrite: (other) => renameAt(entry.text(), position, until, id, other),
    });
    const cites = isMeant({ id, collections: citable });
    return [
      ...citations
        .filter(({ ids }) => cites && ids.includes(id))
        .map(({ position }) => use(position, 'a citation', ']')),
      ...components
        .filter((component) => componentReferences(component).some(isMeant))
        .map(({ name, position }) => use(position, `<${name}>`, '>')),
      ...links.flatMap(({ href, position }): Use[] => {
        if (!leadsTo(href, collection, id)) return [];
        const at = pathOf(collections[collection].address?.(id) ?? '').lastIndexOf(id);
        const rewrite = (other: string): Edit | undefined =>
          rewriteLink(
            entry.text(),
            position,
            href,
            href.slice(0, at) + other + href.slice(at + id.length),
          );
        return [{ file: entry.file, position, as: 'a link', rewrite }];
      }),
    ];
  });
  return [...inData, ...inProse];
}

// A page, what stands below it, its other forms, or its place on a page.
function leadsTo(href: string, collection: CollectionName, id: string): boolean {
  const page = collections[collection].address?.(id);
  if (page === undefined) return false;
  const address = pathOf(page);
  if (!address.endsWith('/')) return href === address;
  return href.startsWith(address.slice(0, -1)) && /^[/.#?]|^$/.test(href.slice(address.length - 1));
}

// Collections whose files are named after an entry of this one.
function companionsOf(collection: CollectionName): CollectionName[] {
  return collectionNames.filter((name) => {
    const { idsOf, idField: field, schema } = collections[name];
    if (field === undefined) return idsOf === collection;
    const own = (schema as unknown as z.ZodObject).shape[field] as z.ZodType | undefined;
    const known = own && fieldOf(own);
    return known?.kind === 'ref' && known.collections.includes(collection);
  });
}

/**
 * What it takes to rename an entry: its file or its `id`, whatever names it, the files that are named
 * after it, and an alias from its old address where its kind has aliases.
 * @throws {UserError} when the new id is none, is taken, or stands where only its author can write it
 */
export function planRename(corpus: Corpus, name: Name, id: string): Plan {
  const { collection } = name;
  const { noun } = collections[collection];
  if (!idField().safeParse(id).success)
    throw new UserError(`"${id}" is no id: use small letters, digits and single hyphens.`);
  const others = citable.some((other) => other === collection) ? citable : [collection];
  if (others.some((other) => corpus.knownIds[other].has(id)))
    throw new UserError(`"${id}" is taken: give the ${noun} another id.`);
  const moves = new Map<string, string>();
  const edits = new Map<string, Edit[]>();
  const edit = (file: string, one: Edit): void => {
    edits.set(file, [...(edits.get(file) ?? []), one]);
  };
  for (const { file, position, as, rewrite } of usesOf(corpus, name)) {
    const one = rewrite(id);
    if (one === undefined)
      throw new UserError(
        `${printable(file)}:${position.line} names it in a way that only its author can change (${as}): write the new id there first.`,
      );
    edit(file, one);
  }
  const texts = new Map<string, string>();
  for (const one of [collection, ...companionsOf(collection)]) {
    const entry = (corpus.entries[one] as Map<string, Entry>).get(name.id);
    if (entry === undefined) continue;
    if (collections[one].list === true) {
      const own = renameAt(entry.text(), entry.locate(['id']), '\n', name.id, id);
      if (own !== undefined) edit(entry.file, own);
      continue;
    }
    const renamed = (file: string): string =>
      file.replace(/[^/]*$/, (base) => id + base.slice(name.id.length));
    moves.set(entry.file, renamed(entry.file));
    if (one === 'images')
      for (const { file } of corpus.pictures.get(name.id) ?? []) moves.set(file, renamed(file));
  }
  for (const entry of allEntries(corpus)) texts.set(entry.file, entry.text());
  const changed = new Map<string, { before: string; after: string }>();
  for (const [file, own] of edits) {
    const before = texts.get(file) ?? '';
    const unique = new Map(own.map((one) => [JSON.stringify(one), one]));
    changed.set(file, { before, after: applyEdits(before, [...unique.values()]) });
  }
  const entry = (corpus.entries[collection] as Map<string, Entry>).get(name.id);
  const from = collections[collection].address?.(name.id);
  const to = collections[collection].address?.(id);
  if (entry === undefined || from === undefined || to === undefined)
    return { texts: changed, moves };
  // A draft was never out: nobody looks for it where it was.
  const isDraft = 'draft' in entry.data && entry.data.draft;
  if (isDraft && !corpus.ledger.includes(pathOf(from))) return { texts: changed, moves };
  const isLed = 'aliases' in entry.data;
  if (isLed) {
    const isPage = pageOf(collection, id) !== undefined;
    const before = changed.get(entry.file)?.after ?? entry.text();
    const alias = isPage ? pathOf(from) : name.id;
    const own = isPage ? pathOf(to) : id;
    const after =
      collections[collection].list === true
        ? withAliasInList(before, entry.locate(['id']).line, alias, own, entry.file)
        : withAlias(before, alias, own, entry.file);
    changed.set(entry.file, { before: entry.text(), after });
  }
  return { texts: changed, moves, address: { from, to, isLed } };
}

/** The content as it would be, for the checks. */
export function overlayOf(
  { texts, moves }: Plan,
  corpus: Corpus,
): Map<string, Uint8Array | undefined> {
  const known = new Map(allEntries(corpus).map(({ file, text }) => [file, text]));
  const overlay = new Map<string, Uint8Array | undefined>();
  for (const [file, { after }] of texts) overlay.set(file, Buffer.from(after));
  for (const [from, to] of moves) {
    const text = texts.get(from)?.after ?? known.get(from)?.();
    // A picture is moved as it is.
    if (text === undefined) continue;
    overlay.set(from, undefined);
    overlay.set(to, Buffer.from(text));
  }
  return overlay;
}

/** Problems that were not there before, under whatever path. */
export function newProblems(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const counts = new Map<string, number>();
  const nameOf = ({ rule, message, line }: Problem): string => `${rule} ${message} ${line}`;
  for (const problem of before) counts.set(nameOf(problem), (counts.get(nameOf(problem)) ?? 0) + 1);
  return after.filter((problem) => {
    const left = counts.get(nameOf(problem)) ?? 0;
    counts.set(nameOf(problem), left - 1);
    return left <= 0 && problem.severity === 'error';
  });
}

// What keeps a text, or a part of it, from being read.
const unreadable: ReadonlySet<string> = new Set([
  'mdx-syntax',
  'citation-syntax',
  'component-props',
  'component-unknown',
  'component-place',
  'markup-place',
  'accidental-markup',
  'no-code',
  'no-html',
]);

/** Whether it tells of a draft that is still being written, and hides no name in it. */
export function isUnfinished(corpus: Corpus, problem: Problem): boolean {
  const isDraft = [...corpus.entries.articles.values()].some(
    ({ file, data }) => file === problem.file && data.draft,
  );
  return isDraft && !corpus.problems.includes(problem) && !unreadable.has(problem.rule);
}

/** The old addresses of an entry; none where its kind has no such field. */
export function aliasesOf(data: object): readonly string[] {
  const { aliases = [] }: { aliases?: readonly string[] } = data;
  return aliases;
}

/**
 * A file with one alias more for one of its entries.
 * @param before the file, which may have been changed elsewhere
 * @throws {UserError} when it is written in a way that only its author can change
 */
export function withAliasOf(entry: Entry, before: string, alias: string): string {
  const page = pageOf(entry.collection, entry.id);
  const own = page === undefined ? entry.id : pathOf(page);
  const at = before
    .split(/\r?\n/)
    .findIndex((line) => /^- id: ["']?([^"']*)["']?$/.exec(line)?.[1] === entry.id);
  return collections[entry.collection].list === true
    ? withAliasInList(before, at + 1, alias, own, entry.file)
    : withAlias(before, alias, own, entry.file);
}

// The old address goes in, and the new one, which may have been an old one once, goes out.
// An entry of a list is a text of its own, two spaces further in.
function withAliasInList(
  text: string,
  line: number,
  alias: string,
  own: string,
  file: string,
): string {
  const lines = text.split('\n');
  const next = lines.findIndex((one, index) => index >= line && one.startsWith('- '));
  const all = lines.slice(line - 1, next === -1 ? lines.length : next);
  const blank = all.length - 1 - all.findLastIndex((one) => one.trim() !== '');
  const item = all.slice(0, all.length - blank);
  if (!item.every((one, index) => one === '' || one.startsWith(index === 0 ? '- ' : '  ')))
    throw new UserError(
      `${printable(file)}:${line} is written in a way that only its author can change: begin it with "- id:".`,
    );
  const alone = item.map((one) => one.slice(2)).join('\n');
  const led = withAlias(alone, alias, own, file).replace(/\n$/, '').split('\n');
  const put = led.map((one, index) => (one === '' ? '' : (index === 0 ? '- ' : '  ') + one));
  const rest = lines.slice(line - 1 + item.length);
  return [...lines.slice(0, line - 1), ...put, ...rest].join('\n');
}

function withAlias(text: string, alias: string, own: string, file: string): string {
  const line = /^aliases:[ \t]*(.*)$/m.exec(text);
  if (line === null) {
    const added = `aliases: [${alias}]\n`;
    const end = file.endsWith('.mdx') ? text.indexOf('\n---', 3) + 1 : text.length;
    const head = text.slice(0, end);
    return `${head}${head.endsWith('\n') ? '' : '\n'}${added}${text.slice(end)}`;
  }
  const rest = text.slice(line.index + line[0].length);
  const block = /^(?:\n[ \t]*- .*)*/.exec(rest)?.[0] ?? '';
  const flow = /^\[(.*)\]$/.exec((line[1] ?? '').trim());
  if (flow === null && block === '')
    throw new UserError(
      `${printable(file)} writes its aliases in a way that only its author can change: write them as [a, b].`,
    );
  const old = (flow === null ? block.split(/\n[ \t]*- /) : (flow[1] ?? '').split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '' && item !== own);
  const [indent = '  '] = /(?<=\n)[ \t]*/.exec(block) ?? [];
  const all = [...old, alias];
  const put =
    flow === null
      ? `aliases:${all.map((item) => `\n${indent}- ${item}`).join('')}`
      : `aliases: [${all.join(', ')}]`;
  return text.slice(0, line.index) + put + (flow === null ? rest.slice(block.length) : rest);
}
