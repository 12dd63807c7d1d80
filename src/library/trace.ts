/** What a page looked at: a page whose records are those of last time is the page of last time. */
import { createHash } from 'node:crypto';
import type { Library } from './records.ts';
import { noteOrigin } from './shared.ts';

/** Digests of what was looked at, by what it was: `["claims","iron-limit"]`, `["articles"]`. */
export type Trace = Record<string, string>;

/**
 * A library that writes down what is asked of it: an entry of a map by its id, what a question such as
 * `relatedArticles` answers, and of all else the whole.
 */
export function traced(library: Library, trace: Trace): Library {
  const maps = new Map<string, ReadonlyMap<string, unknown>>();
  const proxy = new Proxy(library, {
    get: (_target, name: keyof Library) => {
      const value: unknown = library[name];
      if (value instanceof Map) {
        const known = maps.get(name) ?? tracedMap(value as Map<string, unknown>, name, trace);
        maps.set(name, known);
        return known;
      }
      if (typeof value === 'function')
        return (...args: unknown[]): unknown => {
          const answer: unknown = (value as (...given: unknown[]) => unknown)(...args);
          trace[JSON.stringify([name, ...args])] = digestOf(answer);
          return answer;
        };
      trace[JSON.stringify([name])] = digestOf(value);
      return value;
    },
  });
  noteOrigin(proxy, { library, trace, traceAnew: (other) => traced(library, other) });
  return proxy;
}

// Thousands of pages look at the same entries: where one lies is written once.
const entriesAt = new Map<string, Map<string, string>>();

function entryAt(name: string, id: string): string {
  let known = entriesAt.get(name);
  if (known === undefined) entriesAt.set(name, (known = new Map()));
  let at = known.get(id);
  if (at === undefined) known.set(id, (at = JSON.stringify([name, id])));
  return at;
}

function tracedMap(
  map: Map<string, unknown>,
  name: string,
  trace: Trace,
): ReadonlyMap<string, unknown> {
  // A page asks for the same claims and sources many times.
  const noted = new Set<string>();
  return new Proxy(map, {
    get: (_target, method) => {
      if (method === 'get' || method === 'has')
        return (id: string): unknown => {
          if (!noted.has(id)) {
            noted.add(id);
            trace[entryAt(name, id)] = digestOf(map.get(id));
          }
          return map[method](id);
        };
      trace[JSON.stringify([name])] = digestOf(map);
      const value: unknown = Reflect.get(map, method, map);
      return typeof value === 'function' ? (value.bind(map) as unknown) : value;
    },
  });
}

/** Whether everything that was looked at is as it was. */
export function holds(trace: Trace, library: Library): boolean {
  let known = digestsAt.get(library);
  if (known === undefined) digestsAt.set(library, (known = new Map()));
  for (const at in trace) {
    // Thousands of pages looked at the same claims and sources.
    let digest = known.get(at);
    if (digest === undefined) known.set(at, (digest = digestOf(valueAt(at, library))));
    if (digest !== trace[at]) return false;
  }
  return true;
}

const digestsAt = new WeakMap<Library, Map<string, string>>();

function valueAt(at: string, library: Library): unknown {
  const [name, ...rest] = JSON.parse(at) as [keyof Library, ...unknown[]];
  const value: unknown = library[name];
  if (typeof value === 'function') return (value as (...given: unknown[]) => unknown)(...rest);
  return rest.length > 0 && value instanceof Map ? (value.get(rest[0]) as unknown) : value;
}

const digests = new WeakMap<object, string>();

/** Digest of a value of a library. */
export function digestOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'nothing';
  const known = digests.get(value);
  if (known !== undefined) return known;
  const hash = createHash('sha1');
  // A long list is made of its items, whose digests are known.
  if (value instanceof Map) for (const [id, item] of value) hash.update(`${id} ${digestOf(item)} `);
  else if (Array.isArray(value)) for (const item of value) hash.update(`${digestOf(item)} `);
  else hash.update(JSON.stringify(value));
  const digest = hash.digest('base64url');
  digests.set(value, digest);
  return digest;
}
