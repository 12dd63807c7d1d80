/**
 * What the rules of a document looked at of the evidence: as long as that is as it was, they find what
 * they found. A claim that changes has those documents looked at again that looked at it.
 */
import { evidenceNames, type EvidenceName } from '../corpus/collections.ts';
import type { Entry, Evidence } from '../corpus/corpus.ts';
import { remembered } from '../corpus/remembered.ts';
import { TracedIds, TracedMap, type Ids, type Looking } from '../corpus/traced.ts';
import { keyOf } from '../store/store.ts';

/** What was looked at of a collection. */
class InCollection {
  readonly entries = new Set<string>();
  readonly known = new Set<string>();
  hasAll = false;
  knowsAll = false;
  // Who asks whether there is an entry mostly asks for it, and who counts them goes through them.
  readonly entriesLooking: Looking = {
    entry: (id) => this.entries.add(id),
    has: (id) => this.entries.add(id),
    ids: () => (this.hasAll = true),
    all: () => (this.hasAll = true),
  };
  readonly knownLooking: Pick<Looking, 'has' | 'ids'> = {
    has: (id) => this.known.add(id),
    ids: () => (this.knowsAll = true),
  };
}

/** Notes what of some evidence is looked at. */
export class Looks {
  readonly #evidence: Evidence;
  readonly #asked = new Set<string>();
  readonly #collections = new Map<string, InCollection>();
  /** The same evidence, which tells. */
  readonly watched: Evidence;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    const entries: Record<string, unknown> = {};
    const knownIds: Record<string, unknown> = {};
    for (const name of evidenceNames) {
      const own = new InCollection();
      this.#collections.set(name, own);
      entries[name] = new TracedMap<Entry>(evidence.entries[name], own.entriesLooking);
      knownIds[name] = new TracedIds(evidence.knownIds[name], own.knownLooking);
    }
    this.watched = { entries, knownIds } as unknown as Evidence;
    asking.set(this.watched, { evidence, ask: (name) => this.#asked.add(name) });
  }

  /** What was looked at. */
  places(): Places {
    const places: Record<string, string[]> = {};
    const note = (kind: string, ids: Iterable<string>): void => {
      const list = [...ids];
      if (list.length > 0) places[kind] = list;
    };
    for (const [name, { entries, known, hasAll, knowsAll }] of this.#collections) {
      const map: ReadonlyMap<string, Entry> = this.#evidence.entries[name as EvidenceName];
      note(name, entries);
      // An entry that is there is known.
      note(
        `known ${name}`,
        known.values().filter((id) => !(entries.has(id) && map.has(id))),
      );
      if (hasAll) places[`all ${name}`] = [''];
      if (knowsAll) places[`all known ${name}`] = [''];
    }
    note('asked', this.#asked);
    return places;
  }
}

/** Who is told of the questions to evidence that is watched, and what stands behind it. */
const asking = new WeakMap<Evidence, { evidence: Evidence; ask: (name: string) => void }>();

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
  if (questions.has(name)) throw new Error(`"${name}" is asked in two ways.`);
  questions.set(name, ask);
  return (evidence) => {
    const watched = asking.get(evidence);
    watched?.ask(name);
    return ask(watched?.evidence ?? evidence);
  };
}

/** The same, where the answer is the source of a pattern for words of any case. */
export function pattern(
  name: string,
  sourceOf: (evidence: Evidence) => string,
): (evidence: Evidence) => RegExp {
  const ask = question(name, sourceOf);
  // A long one takes a while to make.
  let last: { source: string; made: RegExp } | undefined;
  return (evidence) => {
    const source = ask(evidence);
    if (last?.source !== source) last = { source, made: new RegExp(source, 'iu') };
    return last.made;
  };
}

/** Digest of the data of an entry. */
const dataDigest = remembered(({ data }: Entry) => keyOf([JSON.stringify(data)]));

/** Digest of all that rules of documents can look at. */
export function evidenceDigest({ entries, knownIds }: Evidence): string {
  return keyOf(
    evidenceNames.flatMap((name) => [
      name,
      listed(entries[name]),
      JSON.stringify([...knownIds[name]]),
    ]),
  );
}

/**
 * Places that were looked at, as they are kept: ids of `claims`, of `known claims`, and of questions that
 * were `asked`; `all claims` and `all known claims` with an id that counts for nothing.
 */
export type Places = Readonly<Record<string, readonly string[]>>;

/** Tells the digest of what evidence has at some places. */
export function digestsIn(evidence: Evidence): (places: Places) => string {
  const known = new Map<string, Map<string, string>>();
  return (places) => {
    let all = '';
    for (const [kind, ids] of Object.entries(places)) {
      let digests = known.get(kind);
      if (digests === undefined) known.set(kind, (digests = new Map()));
      for (const id of ids) {
        let digest = digests.get(id);
        if (digest === undefined)
          digests.set(id, (digest = digestAt(kind, id, evidence).slice(0, digestLetters)));
        all += `${digest} `;
      }
    }
    return keyOf([all]);
  };
}

// Of a hundred digests in a row, which are hashed once more: 96 bits of each are enough.
const digestLetters = 24;

function digestAt(kind: string, id: string, evidence: Evidence): string {
  if (kind === 'asked') return keyOf([questions.get(id)?.(evidence) ?? '']);
  const entries: Readonly<Record<string, ReadonlyMap<string, Entry>>> = evidence.entries;
  const knownIds: Readonly<Record<string, Ids>> = evidence.knownIds;
  const words = kind.split(' ');
  const name = words.at(-1) ?? '';
  if (words.includes('known'))
    return words[0] === 'all'
      ? keyOf([JSON.stringify([...(knownIds[name] ?? [])])])
      : String(knownIds[name]?.has(id) === true);
  const map = entries[name] ?? new Map<string, Entry>();
  if (words[0] === 'all') return keyOf([listed(map)]);
  const entry = map.get(id);
  return entry === undefined ? 'none' : dataDigest(entry);
}

function listed(map: ReadonlyMap<string, Entry>): string {
  return JSON.stringify([...map].map(([id, entry]) => [id, dataDigest(entry)]));
}
