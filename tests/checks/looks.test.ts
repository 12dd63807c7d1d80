/** What is kept of a document holds until something of the evidence changes that was looked at. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { documentLook } from '#checks/documents.ts';
import { digestsIn, evidenceDigest, Looks, pattern } from '#checks/looks.ts';
import { evidenceNames, type EvidenceName } from '#corpus/collections.ts';
import { proseEntries } from '#corpus/compiled.ts';
import { emptyCorpus, type Corpus, type Entry } from '#corpus/corpus.ts';
import { readCorpus } from '#corpus/read.ts';
import { memoryStore, type Store } from '../../src/store/store.ts';

const corpus = await readCorpus(path.resolve('content'));
const entries = proseEntries(corpus);
const filled = memoryStore();
const first = documentLook(corpus, { store: filled });
for (const entry of entries) first.of(entry);

/** A store that forgets what it is given. */
function keptAlone(made: string[]): Store {
  return { ...filled, set: (name) => void made.push(name) };
}

function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      key === 'entry' ? undefined : inner instanceof Set ? [...inner] : inner,
    ),
  );
}

// What fits no schema may be too much for a rule: it is then for both.
function outcome(look: () => unknown): unknown {
  try {
    return plain(look());
  } catch (error) {
    return String(error);
  }
}

/** The corpus with another entry in the place of one, or none. */
function withChange(name: EvidenceName, id: string, change?: (entry: Entry) => Entry): Corpus {
  const map = new Map<string, Entry>(corpus.entries[name]);
  const entry = map.get(id);
  const ids = new Set(corpus.knownIds[name]);
  if (change === undefined || entry === undefined) {
    map.delete(id);
    ids.delete(id);
  } else map.set(id, change(entry));
  return {
    ...corpus,
    entries: { ...corpus.entries, [name]: map },
    knownIds: { ...corpus.knownIds, [name]: ids },
  };
}

// Every text says something else, every number is another one.
function altered(value: unknown): unknown {
  if (typeof value === 'string') return `${value} and more`;
  if (typeof value === 'number') return value * 3 + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return value.map(altered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, altered(own)]));
}
const alter = (entry: Entry): Entry => ({ ...entry, data: altered(entry.data) as Entry['data'] });

// All of them take minutes; two of each collection find what a rule asks without being seen.
const isLong = process.env['LONG_TESTS'] !== undefined;
const changed = evidenceNames.flatMap((name) => {
  const ids = [...corpus.entries[name].keys()];
  const middle = Math.floor(ids.length / 2);
  return ids
    .filter((_id, index) => isLong || index === 0 || index === middle)
    .map((id) => ({ name, id }));
});

test.each(changed)(
  'whatever becomes of $name/$id, what is kept is what would be found',
  ({ name, id }) => {
    for (const change of [undefined, alter]) {
      const now = withChange(name, id, change);
      const kept = documentLook(now, { store: keptAlone([]) });
      const fresh = documentLook(now, {});
      for (const entry of entries) {
        expect(outcome(() => kept.of(entry))).toEqual(outcome(() => fresh.of(entry)));
      }
    }
  },
  60_000,
);

test('a claim has those texts looked at again that cite it', () => {
  const id = 'iron-rda-ul';
  const citing = entries
    .filter((entry) => first.of(entry).summary.cited.has(id))
    .map(({ file }) => file);
  expect(citing.length).toBeGreaterThan(1);
  expect(citing.length).toBeLessThan(entries.length / 4);
  const made: string[] = [];
  const look = documentLook(
    withChange('claims', id, (entry) => ({
      ...entry,
      data: { ...entry.data, certainty: 'limited' } as Entry['data'],
    })),
    { store: keptAlone(made) },
  );
  for (const entry of entries) look.of(entry);
  const again = made.flatMap((name) => /^diagnostics (.*)/.exec(name)?.[1] ?? []);
  expect(again.sort()).toEqual(citing.sort());
});

test.each([
  ['an entry', (of: Corpus) => of.entries.claims.get('a')],
  ['whether there is one', (of: Corpus) => of.entries.claims.has('a')],
  ['how many there are', (of: Corpus) => of.entries.claims.size],
  ['all of them', (of: Corpus) => [...of.entries.claims.values()]],
  ['an id', (of: Corpus) => of.knownIds.claims.has('a')],
  ['all ids', (of: Corpus) => [...of.knownIds.claims]],
])('a look at %s is seen', (_name, ask) => {
  const [before, after] = [emptyCorpus('content'), emptyCorpus('content')];
  after.entries.claims.set('a', { collection: 'claims', id: 'a', data: {} } as Entry<'claims'>);
  after.knownIds.claims.add('a');
  const looks = new Looks(before);
  ask(looks.watched as Corpus);
  const places = looks.places();
  expect(digestsIn(before)(places)).toBe(digestsIn(emptyCorpus('content'))(places));
  expect(digestsIn(after)(places)).not.toBe(digestsIn(before)(places));
});

test('ids with spaces between are not one id', () => {
  const [two, one] = [emptyCorpus('content'), emptyCorpus('content')];
  two.knownIds.figures.add('a').add('b');
  one.knownIds.figures.add('a b');
  expect(evidenceDigest(two)).not.toBe(evidenceDigest(one));
});

test('a pattern of the same names is made once', () => {
  let names = 'iron/ferrum';
  const any = pattern('names of a test', () => names);
  const made = any(corpus);
  expect(any({ ...corpus })).toBe(made);
  names = 'zinc';
  expect(any({ ...corpus }).source).toBe('zinc');
});

test('an id may be whatever somebody typed', () => {
  const looks = new Looks(corpus);
  const own = looks.watched;
  for (const id of ['', 'a,b', 'a","b', '\n', '"]', '["claims"]']) {
    own.entries.claims.get(id);
    own.entries.claims.has(id);
    own.knownIds.claims.has(id);
  }
  const places = JSON.parse(JSON.stringify(looks.places())) as ReturnType<Looks['places']>;
  expect(digestsIn(corpus)(places)).toBe(digestsIn(corpus)(looks.places()));
  expect(places['claims']).toHaveLength(6);
  expect(places['known claims']).toHaveLength(6);
});
