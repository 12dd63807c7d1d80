/**
 * What the rules of a document looked at of the evidence: as long as that is as it was, they find what
 * they found. A claim that changes has those documents looked at again that looked at it.
 */
import { evidenceNames } from '../corpus/collections.ts';
import type { Entry, Evidence } from '../corpus/corpus.ts';
import { remembered } from '../corpus/remembered.ts';
import { placeOf, TracedIds, TracedMap, type Ids } from '../corpus/traced.ts';
import { keyOf } from '../store/store.ts';

/** The evidence behind one that is watched, and what was looked at. */
const origins = new WeakMap<Evidence, { evidence: Evidence; looks: Set<string> }>();

/**
 * The same evidence, which writes down what is asked of it.
 * @param looks is given each place: `["claims","iron-limit"]`, `["has","claims","x"]`, `["ids","claims"]`,
 * `["claims"]`, `["known","claims","x"]`, `["known","claims"]`, and `["asked","…"]` of a question
 */
export function watched(evidence: Evidence, looks: Set<string>): Evidence {
  const entries: Record<string, unknown> = {};
  const knownIds: Record<string, unknown> = {};
  for (const name of evidenceNames) {
    entries[name] = new TracedMap<Entry>(evidence.entries[name], name, looks);
    knownIds[name] = new TracedIds(evidence.knownIds[name], name, looks);
  }
  const own = { entries, knownIds } as unknown as Evidence;
  origins.set(own, { evidence, looks });
  return own;
}

const questions = new Map<string, (evidence: Evidence) => string>();

/**
 * A question to all evidence, answered in words once for all documents. Who asks has looked at the answer:
 * not at whatever it follows from.
 */
export function question(
  name: string,
  answerOf: (evidence: Evidence) => string,
): (evidence: Evidence) => string {
  // An empty answer is one.
  const answers = remembered((evidence: Evidence) => ({ words: answerOf(evidence) }));
  const ask = (evidence: Evidence): string => answers(evidence).words;
  questions.set(name, ask);
  return (evidence) => {
    const origin = origins.get(evidence);
    origin?.looks.add(placeOf('asked', name));
    return ask(origin?.evidence ?? evidence);
  };
}

/** The same, where the answer is the source of a pattern for words of any case. */
export function pattern(
  name: string,
  sourceOf: (evidence: Evidence) => string,
): (evidence: Evidence) => RegExp {
  const ask = question(name, sourceOf);
  let last = /(?!)/iu;
  return (evidence) => {
    const source = ask(evidence);
    if (last.source !== source) last = new RegExp(source, 'iu');
    return last;
  };
}

/** Digest of the data of an entry. */
const dataDigest = remembered(({ data }: Entry) => keyOf([JSON.stringify(data)]));

/** Digest of all that rules of documents can look at. */
export function evidenceDigest({ entries, knownIds }: Evidence): string {
  return keyOf(
    evidenceNames.flatMap((name) => [name, listed(entries[name]), [...knownIds[name]].join(' ')]),
  );
}

/** Places as they are kept: ids, a line each, by what is asked of them. */
export type Places = Readonly<Record<string, string>>;

/** The places that were looked at. */
export function placesOf(looks: Iterable<string>): Places {
  const ids = new Map<string, Set<string>>();
  for (const place of looks) {
    const at = place.lastIndexOf(',"');
    const [kind, id] = at === -1 ? [place, ''] : [place.slice(0, at), place.slice(at + 2, -2)];
    const known = ids.get(kind);
    if (known === undefined) ids.set(kind, new Set([id]));
    else known.add(id);
  }
  // Who looked at an entry knows whether it is there.
  for (const name of evidenceNames)
    for (const id of ids.get(`["${name}"`) ?? []) ids.get(`["has","${name}"`)?.delete(id);
  const lists = [...ids].filter(([, own]) => own.size > 0);
  return Object.fromEntries(lists.map(([kind, own]) => [kind, [...own].join('\n')]));
}

/** Tells the digest of what evidence has at some places. */
export function digestsIn(evidence: Evidence): (places: Places) => string {
  const known = new Map<string, Map<string, string>>();
  return (places) => {
    let all = '';
    for (const [kind, ids] of Object.entries(places)) {
      let digests = known.get(kind);
      if (digests === undefined) known.set(kind, (digests = new Map()));
      for (const id of ids.split('\n')) {
        let digest = digests.get(id);
        if (digest === undefined) {
          const place = kind.endsWith(']') ? kind : `${kind},"${id}"]`;
          digests.set(id, (digest = digestAt(JSON.parse(place) as string[], evidence)));
        }
        all += digest;
      }
    }
    return keyOf([all]);
  };
}

function digestAt([kind = '', name = '', id]: string[], evidence: Evidence): string {
  const entries: Readonly<Record<string, ReadonlyMap<string, Entry>>> = evidence.entries;
  const idsOf: Readonly<Record<string, Ids>> = evidence.knownIds;
  switch (kind) {
    case 'asked':
      return keyOf([questions.get(name)?.(evidence) ?? '']);
    case 'known':
      return id === undefined ? keyOf([...(idsOf[name] ?? [])]) : String(idsOf[name]?.has(id));
    case 'has':
      return String(entries[name]?.has(id ?? ''));
    case 'ids':
      return keyOf([...(entries[name]?.keys() ?? [])]);
    default: {
      const map = entries[kind] ?? new Map<string, Entry>();
      const entry = map.get(name);
      // Of one without a name, all.
      return name === '' ? keyOf([listed(map)]) : entry === undefined ? 'none' : dataDigest(entry);
    }
  }
}

function listed(map: ReadonlyMap<string, Entry>): string {
  return [...map].map(([id, entry]) => `${id} ${dataDigest(entry)}`).join('\n');
}
