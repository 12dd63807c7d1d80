/** Takes an entry away, with an answer for whoever names it and for whoever comes to its address. */
import { applyEdits } from '../checks/fix.ts';
import { collections, pageOf } from '../corpus/collections.ts';
import type { Corpus, Entry } from '../corpus/corpus.ts';
import { formatCount } from '../domain/format.ts';
import { printable, UserError, type Edit } from '../problem.ts';
import { pathOf } from '../routes.ts';
import { withEndsOf } from './kinds.ts';
import { aliasesOf, usesOf, withAliasOf, type Name, type Plan } from './rename.ts';

/** What is to be said in its place: an entry that takes it, or a reason for readers. */
export type Answer = { successor: string } | { gone: string } | undefined;

/** What a removal would do; nothing of it is written. */
export interface Removal extends Pick<Plan, 'texts'> {
  /** Files that go, pictures among them. */
  deleted: readonly string[];
  /** What is told of its address. */
  told: string | undefined;
}

/**
 * What it takes to remove an entry. A successor is named wherever the entry was, and its old addresses
 * lead there; a reason stands at its address from then on.
 * @param today the day that a gone address has, `YYYY-MM-DD`
 * @throws {UserError} when something names it still, when its address would be lost, or when a file is
 *   written in a way that only its author can change
 */
export function planRemoval(corpus: Corpus, name: Name, answer: Answer, today: string): Removal {
  const entry = entryOf(corpus, name);
  const { noun } = collections[name.collection];
  const texts = new Map<string, { before: string; after: string }>();
  const put = (file: string, before: string, change: (text: string) => string): void => {
    const known = texts.get(file) ?? { before, after: before };
    texts.set(file, { before: known.before, after: change(known.after) });
  };
  const uses = usesOf(corpus, name);
  const successor =
    answer !== undefined && 'successor' in answer
      ? entryOf(corpus, { ...name, id: answer.successor })
      : undefined;
  if (successor === entry) throw new UserError(`A ${noun} is no successor of its own.`);
  if (uses.length > 0 && successor === undefined)
    throw new UserError(
      `${formatCount(uses.length, 'place')} ${uses.length === 1 ? 'names' : 'name'} it: name a --successor, or mend ${uses.length === 1 ? 'that' : 'them'} first.`,
    );
  const edits = Map.groupBy(uses, ({ file }) => file);
  for (const [file, own] of edits) {
    const all = own.map(({ rewrite, position, as }): Edit => {
      const edit = successor && rewrite(successor.id);
      if (edit === undefined)
        throw new UserError(
          `${printable(file)}:${position.line} names it in a way that only its author can change (${as}).`,
        );
      return edit;
    });
    const unique = new Map(all.map((edit) => [JSON.stringify(edit), edit]));
    put(file, textOf(corpus, file), (text) => applyEdits(text, [...unique.values()]));
  }
  const page = pageOf(name.collection, name.id);
  const told = page === undefined ? undefined : tell(page);
  if (successor !== undefined && 'aliases' in successor.data) {
    const own = page === undefined ? name.id : pathOf(page);
    for (const alias of [...aliasesOf(entry.data), own])
      put(successor.file, successor.text(), (text) => withAliasOf(successor, text, alias));
  }
  const deleted: string[] = [];
  const isAlone = withoutItem(entry, entry.text()).trim() === '' || !isListed(entry);
  if (isAlone) {
    deleted.push(entry.file);
    texts.delete(entry.file);
    if (name.collection === 'images')
      for (const { file } of corpus.pictures.get(name.id) ?? []) deleted.push(file);
  } else put(entry.file, entry.text(), (text) => withoutItem(entry, text));
  return { texts, deleted, told };

  function tell(address: string): string {
    if (successor !== undefined)
      return 'aliases' in successor.data
        ? `${address} leads to ${pageOf(name.collection, successor.id) ?? successor.id}`
        : `${address} is gone: a ${noun} has no aliases`;
    if (answer !== undefined && 'gone' in answer) {
      const { file, text } = goneFile(corpus);
      const addresses = [pathOf(address), ...aliasesOf(entry.data)];
      put(file, text, (old) => withGone(old, addresses, answer.gone, today));
      return `${address} says that it is gone, and why`;
    }
    if (corpus.ledger.includes(pathOf(address)))
      throw new UserError(`${address} was published: say what takes its place, or why it is gone.`);
    return `${address} was never out: nobody misses it`;
  }
}

function entryOf(corpus: Corpus, { collection, id }: Name): Entry {
  const entry = (corpus.entries[collection] as Map<string, Entry>).get(id);
  if (entry === undefined)
    throw new UserError(`There is no ${collections[collection].noun} "${id}".`);
  return entry;
}

function textOf(corpus: Corpus, file: string): string {
  const all = Object.values(corpus.entries) as ReadonlyMap<string, Entry>[];
  const entry = all.flatMap((entries) => [...entries.values()]).find((one) => one.file === file);
  return entry?.text() ?? '';
}

/** Whether an entry stands in a list with others. */
export function isListed({ collection }: Entry): boolean {
  return collections[collection].list === true;
}

// The lines of an item of a list, as YAML and JSON are written here.
function withoutItem(entry: Entry, text: string): string {
  if (!isListed(entry)) return text;
  const lines = text.split(/\r?\n/);
  const isJson = entry.file.endsWith('.json');
  const at = lines.findIndex(
    (line) =>
      (isJson ? /^ *"id": "(.*)",?$/ : /^- id: ["']?([^"']*)["']?$/).exec(line)?.[1] === entry.id,
  );
  const from = isJson ? lines.findLastIndex((line, index) => index < at && line === '  {') : at;
  const next = lines.findIndex(
    (line, index) => index > at && (isJson ? /^ {2}\},?$/ : /^- /).test(line),
  );
  if (at === -1 || from === -1 || (isJson && next === -1))
    throw new UserError(
      `${printable(entry.file)}:${entry.locate(['id']).line} is written in a way that only its author can change: delete the entry there.`,
    );
  const to = next === -1 ? lines.length : isJson ? next + 1 : next;
  const kept = [...lines.slice(0, from), ...lines.slice(to)].join('\n');
  if (!isJson) return kept.trim() === '' ? '' : withEndsOf(text, `${kept.trimEnd()}\n`);
  const closed = kept.replace(/\},\n\]/, '}\n]');
  return closed.replaceAll(/\s/g, '') === '[]' ? '' : withEndsOf(text, closed);
}

function goneFile(corpus: Corpus): { file: string; text: string } {
  const [entry] = corpus.entries.gone.values();
  const { file } = collections.gone;
  const folder = corpus.directory.split(/[\\/]/).at(-1) ?? '';
  return { file: entry?.file ?? `${folder}/${file ?? ''}`, text: entry?.text() ?? 'addresses:\n' };
}

function withGone(
  text: string,
  addresses: readonly string[],
  reason: string,
  today: string,
): string {
  const items = addresses.map(
    (address) =>
      `  - address: ${address}\n    on: ${today}\n    reason: ${JSON.stringify(reason)}\n`,
  );
  const head = text.replace(/^addresses: *\[ *\] *$/m, 'addresses:');
  return withEndsOf(text, `${head}${head.endsWith('\n') ? '' : '\n'}${items.join('')}`);
}
