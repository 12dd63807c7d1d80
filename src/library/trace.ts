/** What a page looked at: a page whose records are those of last time is the page of last time. */
import { createHash } from 'node:crypto';
import type { ProseCollection } from '../corpus/collections.ts';
import { TracedMap, type Looking } from '../corpus/traced.ts';
import type { Library } from './records.ts';
import { noteOrigin } from './shared.ts';

/** What was looked at while something was made. */
export interface Trace {
  /**
   * Each place by what it is: `["claims","iron-limit"]`, `["has","pages","start"]`, `["ids","articles"]`,
   * `["articles"]`, `["text","articles","low-iron"]`.
   */
  looks: Set<string>;
  /** What was looked at by what several pages share. */
  parts: Set<Trace>;
}

const key = Symbol.for('micromile.trace');
// The program that makes pages is loaded beside the one that says which page it makes.
const shared = globalThis as { [key]?: Trace };

/** Where nothing was looked at yet. */
export function newTrace(): Trace {
  return { looks: new Set(), parts: new Set() };
}

/** What is made now looks at records for this trace; undefined where nobody asks. */
export function currentTrace(): Trace | undefined {
  return shared[key];
}

/** Begins to note, for a page, what is looked at. */
export function beginTrace(): Trace {
  return (shared[key] = newTrace());
}

/** Notes no more. */
export function endTrace(): void {
  delete shared[key];
}

/** Does a work that looks at records for a trace of its own. */
export function within<Result>(trace: Trace, work: () => Result): Result {
  const outer = shared[key];
  shared[key] = trace;
  try {
    return work();
  } finally {
    if (outer === undefined) delete shared[key];
    else shared[key] = outer;
  }
}

/** Notes that the text of a record was looked at, of which a library has only what lists show. */
export function noteText(collection: ProseCollection, id: string): void {
  shared[key]?.looks.add(placeOf('text', collection, id));
}

/** Notes that more was looked at than can be told: whatever changes, it is made anew. */
export function noteEverything(): void {
  shared[key]?.looks.add(everything);
}

const everything = JSON.stringify(['everything']);

/**
 * A library that writes down what is asked of it: an entry of a map by its id, whether there is one,
 * the ids alone, what a question such as `relatedArticles` answers, and of all else the whole.
 */
export function traced(library: Library, trace: Trace): Library {
  const maps = new Map<string, TracedMap<unknown>>();
  const proxy = new Proxy(library, {
    get: (_target, name: keyof Library) => {
      const known = maps.get(name);
      if (known !== undefined) return known;
      const value: unknown = library[name];
      if (value instanceof Map) {
        const map = new TracedMap(value as Map<string, unknown>, lookingIn(name, trace.looks));
        maps.set(name, map);
        return map;
      }
      if (typeof value === 'function')
        return (...args: unknown[]): unknown => {
          trace.looks.add(JSON.stringify([name, ...args]));
          return (value as (...given: unknown[]) => unknown)(...args);
        };
      trace.looks.add(placeOf(name));
      return value;
    },
  });
  noteOrigin(proxy, { library, trace, traceAnew: (other) => traced(library, other) });
  return proxy;
}

function placeOf(...names: string[]): string {
  return JSON.stringify(names);
}

// Thousands of pages look at the same entries: their places are written once.
const placesOfEntries = new Map<string, Map<string, string>>();

function lookingIn(name: string, looks: Set<string>): Looking {
  let places = placesOfEntries.get(name);
  if (places === undefined) placesOfEntries.set(name, (places = new Map()));
  return {
    entry: (id) => {
      let place = places.get(id);
      if (place === undefined) places.set(id, (place = placeOf(name, id)));
      looks.add(place);
    },
    has: (id) => looks.add(placeOf('has', name, id)),
    ids: () => looks.add(placeOf('ids', name)),
    all: () => looks.add(placeOf(name)),
  };
}

/** Digest of what a library has at a place. */
export function digestAt(place: string, library: Library): string {
  const known = digestsIn(library);
  let digest = known.get(place);
  if (digest === undefined) known.set(place, (digest = digestOf(valueAt(place, library))));
  return digest;
}

/** Says which digest a library has at a place, where that is known without a look. */
export function knowDigest(place: string, digest: string, library: Library): void {
  digestsIn(library).set(place, digest);
}

function digestsIn(library: Library): Map<string, string> {
  let known = digestsAt.get(library);
  if (known === undefined) digestsAt.set(library, (known = new Map()));
  return known;
}

const digestsAt = new WeakMap<Library, Map<string, string>>();

function valueAt(place: string, library: Library): unknown {
  const [name, ...rest] = JSON.parse(place) as [
    'text' | 'has' | 'ids' | keyof Library,
    ...unknown[],
  ];
  if (place === everything)
    return Object.values(library).map((value: unknown) =>
      value instanceof Map
        ? [value, [...value.values()].map(keyOf)]
        : // What questions answer follows from the records.
          typeof value === 'function'
          ? undefined
          : value,
    );
  if (name === 'text') {
    const [collection, id] = rest as [ProseCollection, string];
    return library[collection].get(id)?.key;
  }
  if (name === 'has' || name === 'ids') {
    const [collection, id = ''] = rest as [keyof Library, string?];
    const map = library[collection] as ReadonlyMap<string, unknown>;
    return name === 'has' ? map.has(id) : [...map.keys()];
  }
  const value: unknown = library[name];
  if (typeof value === 'function') return (value as (...given: unknown[]) => unknown)(...rest);
  return rest.length > 0 && value instanceof Map ? (value.get(rest[0]) as unknown) : value;
}

function keyOf(record: unknown): unknown {
  return typeof record === 'object' && record !== null && 'key' in record ? record.key : undefined;
}

const digests = new WeakMap<object, string>();

/** Digest of a value of a library; of a record with a text, of what a library has of it. */
export function digestOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'nothing';
  const known = digests.get(value);
  if (known !== undefined) return known;
  const hash = createHash('sha1');
  // A long list is made of its items, whose digests are known.
  if (value instanceof Map) for (const [id, item] of value) hash.update(`${id} ${digestOf(item)} `);
  else if (Array.isArray(value)) for (const item of value) hash.update(`${digestOf(item)} `);
  else if (isProse(value)) hash.update(JSON.stringify([value.id, value.data]));
  else hash.update(JSON.stringify(value));
  const digest = hash.digest('base64url');
  digests.set(value, digest);
  return digest;
}

// Who reads the text as well says so.
function isProse(value: object): value is { id: string; data: unknown; key: string } {
  return 'key' in value && 'data' in value && 'id' in value;
}
