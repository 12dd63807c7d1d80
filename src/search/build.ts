/** Makes the index: files that a browser fetches one by one, as somebody types. */
import {
  answersInFile,
  cardsInFile,
  fileLetters,
  manifestFile,
  recordsOfArticle,
  spellingFile,
  wordFile,
  writePostings,
  type Manifest,
} from './postings.ts';
import { kinds, type Kind, type SearchRecord, type Synonyms } from './record.ts';
import { phraseOf, wordsOf } from './words.ts';

/** The index: its files by name, and a name for all of them that changes with any. */
export interface SearchIndex {
  version: string;
  files: ReadonlyMap<string, string>;
}

/** What a word weighs by where it stands, and what a record weighs by what it is. */
const fieldWeights = [5, 3, 2, 1] as const;
const kindWeights: Record<Kind, number> = {
  answers: 1.6,
  articles: 1.4,
  nutrients: 1.3,
  terms: 1.2,
  products: 1.1,
  figures: 0.9,
  pages: 1,
  evidence: 0.5,
};
const sectionWeight = 0.9;
// BM25: how soon more of the same stops to count, and how much longer fields count less.
const saturation = 4;
const lengthShares = [0.4, 0.3, 0.6, 0.7] as const;
/** Steps of one point of a score. */
const steps = 6;
const mostImpact = 250;
/** How well a whole title or alias fits: better than any words. */
const pinImpact = 255;
const mostPostings = 2000;
/** Words of a title that is looked for as a whole: a longer one comes first by its words alone. */
const mostWordsOfPin = 4;
const mostLettersOfFile = 24_000;
const mostLettersOfSpelling = 40_000;
const fewestForSpelling = 3;
const curated: ReadonlySet<Kind> = new Set(['nutrients', 'terms', 'products']);

/** The index of some records. */
export function buildIndex(records: readonly SearchRecord[], synonyms: Synonyms): SearchIndex {
  const { docs, ranges } = numbered(records);
  const files = new Map<string, string>();
  const { postings, surfaces } = weighed(docs);
  const beginnings = writeWords(postings, files);
  writeCards(docs, files);
  const equal = synonyms.equal.map((group) => group.map(phraseOf));
  const also = synonyms.also.map(({ of, look }): [string[], string[]] => [
    of.map(phraseOf),
    look.map(phraseOf),
  ]);
  const names = docs
    .filter(({ record }) => curated.has(record.kind))
    .flatMap(({ record }) => [record.title, ...record.aliases]);
  const typed = [...synonyms.equal.flat(), ...synonyms.also.flatMap(({ of }) => of)];
  const spelling = writeSpelling(postings, surfaces, [...names, ...typed], files);
  const ofSynonyms = keysOf(typed);
  const manifest: Manifest = {
    kinds: ranges,
    words: beginnings,
    spelling,
    names: [...keysOf(names)].filter((key) => !ofSynonyms.has(key)).sort(),
    equal,
    also,
  };
  files.set(manifestFile, JSON.stringify(manifest));
  return { version: digestOf(files), files };
}

function keysOf(names: readonly string[]): Set<string> {
  return new Set(names.flatMap(wordsOf).map(({ key }) => key));
}

interface Numbered {
  doc: number;
  record: SearchRecord;
}

// Records of a kind stand together, and those of an article in one file of cards.
function numbered(records: readonly SearchRecord[]): {
  docs: Numbered[];
  ranges: Manifest['kinds'];
} {
  const byKind = Map.groupBy(records, ({ kind }) => kind);
  const docs: Numbered[] = [];
  const ranges: Manifest['kinds'] = [];
  let next = 0;
  for (const kind of kinds) {
    const first = next;
    let article: number | undefined;
    let inArticle = 0;
    for (const record of byKind.get(kind) ?? []) {
      if (record.article !== undefined && record.article !== article) {
        article = record.article;
        inArticle = 0;
        next = Math.ceil(next / recordsOfArticle) * recordsOfArticle;
      } else if (record.article !== undefined && (inArticle += 1) >= recordsOfArticle) continue;
      docs.push({ doc: next, record });
      next += 1;
    }
    ranges.push([kind, first, next]);
    next = Math.ceil(next / cardsInFile) * cardsInFile;
  }
  return { docs, ranges };
}

interface Weighed {
  /** Records by word: their numbers and how well they fit. */
  postings: Map<string, { doc: number; impact: number }[]>;
  /** How a word is written most often. */
  surfaces: Map<string, string>;
}

// How often a word stands in each field of a record, in one list that holds no objects: record, word, weight.
function weighed(docs: readonly Numbered[]): Weighed {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const surfaces = new Map<string, Map<string, number>>();
  const rows: { docs: number[]; counts: number[] }[] = [];
  const lengths = docs.map(() => new Uint16Array(fieldWeights.length));
  const sums = fieldWeights.map(() => 0);
  docs.forEach(({ record }, index) => {
    const counts = new Map<number, number>();
    [record.title, record.aliases.join(' . '), record.lead, record.body].forEach((text, field) => {
      const words = wordsOf(text);
      const own = lengths[index]!;
      own[field] = words.length;
      sums[field]! += words.length;
      for (const { surface, key } of words) {
        let number = numbers.get(key);
        if (number === undefined) {
          number = names.length;
          numbers.set(key, number);
          names.push(key);
          rows.push({ docs: [], counts: [] });
        }
        const written = surfaces.get(key);
        if (written === undefined) surfaces.set(key, new Map([[surface, 1]]));
        else written.set(surface, (written.get(surface) ?? 0) + 1);
        // Four counts of a byte each, in one number.
        const shift = 256 ** field;
        const known = counts.get(number) ?? 0;
        if (Math.floor(known / shift) % 256 < 255) counts.set(number, known + shift);
      }
    });
    for (const [number, count] of counts) {
      rows[number]!.docs.push(index);
      rows[number]!.counts.push(count);
    }
  });
  const means = sums.map((sum) => Math.max(1, sum / Math.max(1, docs.length)));
  const postings: Weighed['postings'] = new Map();
  rows.forEach((row, number) => {
    const rarity = Math.log(1 + (docs.length - row.docs.length + 0.5) / (row.docs.length + 0.5));
    const own = row.docs.map((index, at) => {
      const { doc, record } = docs[index]!;
      const count = row.counts[at]!;
      const frequency = fieldWeights.reduce((sum, weight, field) => {
        const times = Math.floor(count / 256 ** field) % 256;
        if (times === 0) return sum;
        const share = lengthShares[field]!;
        // Twice in a text is more than once, ten times is hardly more than five.
        const often = 1 + Math.log2(times) / 2;
        return (
          sum + (weight * often) / (1 - share + share * (lengths[index]![field]! / means[field]!))
        );
      }, 0);
      const score =
        ((rarity * frequency * (saturation + 1)) / (saturation + frequency)) * weightOf(record);
      return { doc, impact: Math.min(mostImpact, Math.max(1, Math.round(score * steps))) };
    });
    postings.set(names[number]!, best(own));
  });
  addPins(docs, postings);
  return {
    postings,
    surfaces: new Map(
      [...surfaces].map(([key, written]) => [
        key,
        [...written].reduce((most, one) => (one[1] > most[1] ? one : most))[0],
      ]),
    ),
  };
}

function weightOf({ isSection, kind }: SearchRecord): number {
  return isSection === true ? sectionWeight : kindWeights[kind];
}

function best(postings: { doc: number; impact: number }[]): { doc: number; impact: number }[] {
  return postings.length <= mostPostings
    ? postings
    : postings.sort((a, b) => b.impact - a.impact || a.doc - b.doc).slice(0, mostPostings);
}

// "=serum ferritin": what is called so as a whole.
function addPins(docs: readonly Numbered[], postings: Weighed['postings']): void {
  for (const { doc, record } of docs) {
    if (record.isSection === true || record.kind === 'evidence') continue;
    for (const name of [record.title, ...record.aliases]) {
      const phrase = phraseOf(name);
      if (phrase === '' || phrase.split(' ').length > mostWordsOfPin) continue;
      const key = `=${phrase}`;
      const pins = postings.get(key) ?? [];
      if (pins.length < 32 && !pins.some((pin) => pin.doc === doc))
        postings.set(key, [...pins, { doc, impact: pinImpact }]);
    }
  }
}

function writeWords(postings: Weighed['postings'], files: Map<string, string>): string[] {
  const lines = [...postings]
    .map(([word, own]) => ({
      word,
      letters: fileLetters(word.replace(/^=/, '').replace(/ .*/, '')),
      text: `${JSON.stringify(word)}:${JSON.stringify(writePostings(own))}`,
    }))
    .sort((a, b) => (a.word < b.word ? -1 : 1));
  const beginnings: string[] = [];
  const write = (group: typeof lines, length: number): void => {
    const letters = group.reduce((sum, { text }) => sum + text.length, 0);
    const isLast = group.every((line) => line.letters.length <= length);
    if (letters <= mostLettersOfFile || isLast) {
      const name = group[0]!.letters.slice(0, length);
      beginnings.push(name);
      files.set(wordFile(name), `{${group.map(({ text }) => text).join()}}`);
      return;
    }
    const parts = Map.groupBy(group, (line) => line.letters.slice(0, length + 1));
    for (const part of parts.values())
      write(part, part[0]!.letters.length <= length ? length : length + 1);
  };
  for (const group of Map.groupBy(lines, (line) => line.letters.slice(0, 2)).values())
    write(group, Math.min(2, group[0]!.letters.length));
  return beginnings.sort();
}

function writeCards(docs: readonly Numbered[], files: Map<string, string>): void {
  const cards = Map.groupBy(docs, ({ doc }) => Math.floor(doc / cardsInFile));
  for (const [file, own] of cards)
    files.set(
      `d-${file}`,
      JSON.stringify(Object.fromEntries(own.map(({ doc, record }) => [doc, record.card]))),
    );
  const answers = Map.groupBy(
    docs.filter(({ record }) => record.answer !== undefined),
    ({ doc }) => Math.floor(doc / answersInFile),
  );
  for (const [file, own] of answers)
    files.set(
      `a-${file}`,
      JSON.stringify(Object.fromEntries(own.map(({ doc, record }) => [doc, record.answer]))),
    );
}

// What a word that nothing has may have been meant to be: the most frequent first.
function writeSpelling(
  postings: Weighed['postings'],
  surfaces: ReadonlyMap<string, string>,
  names: readonly string[],
  files: Map<string, string>,
): string[] {
  const curatedWords = new Map(
    names.flatMap(wordsOf).map(({ key, surface }) => [key, surface] as const),
  );
  const words = [...new Set([...postings.keys(), ...curatedWords.keys()])]
    .filter((key) => key.length >= 4 && /^[a-z]+$/.test(key))
    .map((key) => ({ key, count: postings.get(key)?.length ?? 0 }))
    .filter(({ key, count }) => count >= fewestForSpelling || curatedWords.has(key))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .map(({ key }) => surfaces.get(key) ?? curatedWords.get(key) ?? key);
  if (words.join(' ').length <= mostLettersOfSpelling) {
    files.set(spellingFile(''), JSON.stringify(words));
    return [];
  }
  const byLetter = Map.groupBy(words, (word) => word.charAt(0));
  for (const [letter, own] of byLetter) files.set(spellingFile(letter), JSON.stringify(own));
  return [...byLetter.keys()].sort();
}

// FNV-1a with two seeds: the same files have the same name on every machine.
function digestOf(files: ReadonlyMap<string, string>): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (const [name, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const part of [name, text])
      for (let at = 0; at < part.length; at += 1) {
        const code = part.charCodeAt(at);
        low = Math.imul(low ^ code, 0x01000193);
        high = Math.imul(high ^ code, 0x85ebca6b);
      }
  return [low, high].map((half) => (half >>> 0).toString(36).padStart(7, '0')).join('');
}
