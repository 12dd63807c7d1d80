/** Answers what somebody typed from the files of the index. */
import {
  answerFile,
  cardFile,
  fileOf,
  fileLetters,
  manifestFile,
  readPostings,
  recordsOfArticle,
  spellingFile,
  wordFile,
  type AnswerFile,
  type CardFile,
  type Manifest,
  type WordFile,
} from './postings.ts';
import type { Card, Kind } from './record.ts';
import { nearest } from './spelling.ts';
import { wordsOf, type Word } from './words.ts';

/** Reads a file of the index by its name; each is read once. */
export type ReadFile = <File>(name: string) => Promise<File>;

/** One result. */
export interface Hit extends Card {
  score: number;
  /** Paragraphs of the whole answer, of the best one. */
  answer?: readonly string[];
}

/** What was found. */
export interface Found {
  /** Groups that have a result, the one with the best first. */
  groups: { kind: Kind; hits: Hit[] }[];
  /** What was looked for instead, where a word was not known. */
  instead: string | undefined;
}

const perGroup: Record<Kind, number> = {
  answers: 5,
  articles: 4,
  nutrients: 3,
  products: 4,
  terms: 3,
  figures: 2,
  pages: 2,
  evidence: 4,
};
const beginningWeight = 0.4;
/** Words that say little of what is looked for count less, and so do titles that are a part of the query. */
const weakWeight = 0.35;
const weakWords = new Set(
  `amount ask avoid best better big cause day daily doctor effect enough few g good gp help high hour
  howmuch hurt iu kind l less level long low many mcg mg minute ml month more most much need ng nmol no not
  often per prevent start stop supplement tell time too type use week work worth year`.split(/\s+/),
);
const partWeight = 0.3;
const alsoWeight = 0.7;
const fewestLettersOfBeginning = 3;
const mostBeginnings = 8;
const mostFilesOfBeginning = 3;
/** Whole titles come before all else. */
const pin = 1000;
/** What fits less than this share of the best in its group, or of all, is left out. */
const leastOfGroup = 0.35;
const leastOfAll = 0.12;

type Postings = ReadonlyMap<number, number>;

/** A word of the query with all that stands for it. */
interface Slot {
  choices: { words: Postings[]; weight: number }[];
  weight: number;
  /** Records that are called so. */
  titles: ReadonlySet<number>;
}

/**
 * What is found for a text.
 * @param isExact set where what was typed is looked for as it is, whatever the spelling list says
 */
export async function findRecords(text: string, read: ReadFile, isExact = false): Promise<Found> {
  const typed = wordsOf(text);
  if (typed.length === 0) return { groups: [], instead: undefined };
  const manifest = await read<Manifest>(manifestFile);
  const index = openIndex(manifest, read);
  // Asked for at once, whatever turns out to be a slip: each round of requests costs more than its bytes.
  const [words, ofTyped] = await Promise.all([
    isExact ? typed : corrected(typed, manifest, index, read),
    slotsOf(typed, manifest, index),
  ]);
  if (isOffSubject(words, manifest)) return { groups: [], instead: undefined };
  const isOther = words.some(({ key }, at) => key !== typed[at]?.key);
  const scores = scoresOf(isOther ? await slotsOf(words, manifest, index) : ofTyped);
  const pins = await index.postings(`=${words.map(({ key }) => key).join(' ')}`);
  for (const doc of pins.keys()) scores.set(doc, (scores.get(doc) ?? 0) + pin);
  const groups = await cardsOf(scores, manifest, read);
  return { groups, instead: isOther ? words.map(({ surface }) => surface).join(' ') : undefined };
}

interface Index {
  /** Records with a word; none where nothing has it. */
  postings: (word: string) => Promise<Postings>;
  /** Words that begin so, the ones that fit best first. */
  beginnings: (letters: string) => Promise<string[]>;
}

function openIndex({ words: names }: Manifest, read: ReadFile): Index {
  const files = new Set(names);
  const rows = async (word: string): Promise<number[] | undefined> => {
    const file = fileOf(word.replace(/^=/, '').replace(/ .*/, ''), files);
    if (file === undefined) return undefined;
    const words = await read<WordFile>(wordFile(file));
    // "constructor" is a word like others.
    return Object.hasOwn(words, word) ? words[word] : undefined;
  };
  return {
    postings: async (word) => readPostings((await rows(word)) ?? []),
    beginnings: async (letters) => {
      const start = fileLetters(letters);
      const own = fileOf(letters, files);
      const wanted = [
        ...new Set([
          ...(own === undefined ? [] : [own]),
          ...names.filter((name) => name.startsWith(start)).slice(0, mostFilesOfBeginning),
        ]),
      ];
      const found = await Promise.all(wanted.map((name) => read<WordFile>(wordFile(name))));
      return found
        .flatMap((file) => Object.entries(file))
        .filter(([word]) => word.startsWith(letters) && word !== letters)
        .sort(([, a], [, b]) => (b[0] ?? 0) - (a[0] ?? 0))
        .slice(0, mostBeginnings)
        .map(([word]) => word);
    },
  };
}

/** A word to look for; lost where nothing has it, or no more than a word that begins so. */
interface Looked extends Word {
  isLost?: true;
}

// Words that nothing has, nor begins with, become the nearest that something has.
async function corrected(
  typed: readonly Word[],
  manifest: Manifest,
  index: Index,
  read: ReadFile,
): Promise<Looked[]> {
  const { spelling } = manifest;
  const known = wordsOfSynonyms(manifest);
  return Promise.all(
    typed.map(async (word, at): Promise<Looked> => {
      if (known.has(word.key) || (await index.postings(word.key)).size > 0) return word;
      const isLast = at === typed.length - 1;
      if (
        word.surface.length >= fewestLettersOfBeginning &&
        (isLast || word.surface.length > 4) &&
        (await index.beginnings(word.surface)).length > 0
      )
        // The last word may still be on its way.
        return isLast ? word : { ...word, isLost: true };
      const letters = [...new Set([word.key.charAt(0), word.key.charAt(1)])];
      const files = spelling.length === 0 ? [''] : letters.filter((one) => spelling.includes(one));
      const lists = await Promise.all(files.map((file) => read<string[]>(spellingFile(file))));
      return nearest(word, lists.flat()) ?? { ...word, isLost: true };
    }),
  );
}

function wordsOfSynonyms({ equal, also }: Manifest): Set<string> {
  const phrases = [...equal.flat(), ...also.flatMap(([of]) => of)];
  return new Set(phrases.flatMap((phrase) => phrase.split(' ')));
}

// Where more words are lost than name something of the site, what the others find is found by chance.
function isOffSubject(words: readonly Looked[], manifest: Manifest): boolean {
  const names = new Set([...wordsOfSynonyms(manifest), ...manifest.names]);
  const telling = words.filter(({ key }) => !isWeak(key));
  const lost = telling.filter(({ isLost }) => isLost === true);
  return lost.length > telling.filter((word) => !lost.includes(word) && names.has(word.key)).length;
}

function isWeak(key: string): boolean {
  return weakWords.has(key) || /^\d+$/.test(key);
}

async function slotsOf(
  words: readonly Word[],
  { equal, also }: Manifest,
  index: Index,
): Promise<Slot[]> {
  const slots: Promise<Slot>[] = [];
  for (let at = 0; at < words.length;) {
    const { phrase, length } = longestPhrase(words, at, equal, also);
    const others = equal
      .filter((group) => group.includes(phrase))
      .flat()
      .filter((other) => other !== phrase);
    const looked = also.filter(([of]) => of.includes(phrase)).flatMap(([, look]) => look);
    const own = words.slice(at, at + length);
    const isLast = at + length === words.length;
    slots.push(slotOf(own, isLast, [...new Set(others)], [...new Set(looked)], index));
    at += length;
  }
  return Promise.all(slots);
}

function longestPhrase(
  words: readonly Word[],
  at: number,
  equal: Manifest['equal'],
  also: Manifest['also'],
): { phrase: string; length: number } {
  for (let length = Math.min(5, words.length - at); length > 1; length -= 1) {
    const phrase = words
      .slice(at, at + length)
      .map(({ key }) => key)
      .join(' ');
    if (equal.some((group) => group.includes(phrase)) || also.some(([of]) => of.includes(phrase)))
      return { phrase, length };
  }
  return { phrase: words[at]?.key ?? '', length: 1 };
}

async function slotOf(
  own: readonly Word[],
  isLast: boolean,
  equal: readonly string[],
  also: readonly string[],
  index: Index,
): Promise<Slot> {
  const choice = async (text: string, weight: number): Promise<Slot['choices'][number]> => ({
    words: await Promise.all(text.split(' ').map((word) => index.postings(word))),
    weight,
  });
  const phrase = own.map(({ key }) => key).join(' ');
  const saysLittle = own.length === 1 && isWeak(phrase);
  const pinned = saysLittle ? new Map<number, number>() : index.postings(`=${phrase}`);
  const choices = [
    choice(phrase, 1),
    ...equal.map((other) => choice(other, 1)),
    ...also.map((other) => choice(other, alsoWeight)),
  ];
  const [word] = own;
  if (own.length === 1 && word !== undefined && word.surface.length >= fewestLettersOfBeginning) {
    if (isLast || (await index.postings(word.key)).size === 0) {
      const begun = (await index.beginnings(word.surface)).filter((other) => other !== word.key);
      choices.push(...begun.map((other) => choice(other, beginningWeight)));
    }
  }
  return {
    choices: await Promise.all(choices),
    weight: saysLittle ? weakWeight : 1,
    titles: new Set((await pinned).keys()),
  };
}

// The best choice of each word, and more for what has more of the words.
function scoresOf(slots: readonly Slot[]): Map<number, number> {
  const fits = slots.map(fitOf).filter((fit) => fit.size > 0);
  // A rare word says more of what is looked for: its best fit tells how rare it is.
  const weights = fits.map((fit) => Math.max(...fit.values()));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const totals = new Map<number, { score: number; weight: number }>();
  fits.forEach((fit, at) => {
    for (const [doc, score] of fit) {
      const total = totals.get(doc) ?? { score: 0, weight: 0 };
      total.score += score;
      total.weight += weights[at] ?? 0;
      totals.set(doc, total);
    }
  });
  const shares = new Map([...totals].map(([doc, { weight }]) => [doc, weight / all]));
  const needed = Math.max(0, ...shares.values()) > 0.5 ? 0.5 : 0;
  return new Map(
    [...totals]
      .filter(([doc]) => (shares.get(doc) ?? 0) >= needed)
      .map(([doc, { score }]) => [doc, score * (0.4 + 0.6 * (shares.get(doc) ?? 0) ** 2)]),
  );
}

function fitOf({ choices, weight: ofSlot, titles }: Slot): Map<number, number> {
  const fit = new Map<number, number>();
  for (const { words, weight } of choices) {
    const sums = new Map<number, { score: number; count: number }>();
    for (const postings of words)
      for (const [doc, impact] of postings) {
        const sum = sums.get(doc) ?? { score: 0, count: 0 };
        sum.score += impact;
        sum.count += 1;
        sums.set(doc, sum);
      }
    for (const [doc, { score, count }] of sums) {
      const own = score * ofSlot * weight * (count / words.length) ** 2;
      if (own > (fit.get(doc) ?? 0)) fit.set(doc, own);
    }
  }
  for (const doc of titles) fit.set(doc, (fit.get(doc) ?? 0) * (1 + partWeight));
  return fit;
}

async function cardsOf(
  scores: ReadonlyMap<number, number>,
  { kinds }: Manifest,
  read: ReadFile,
): Promise<Found['groups']> {
  const best = Math.max(0, ...[...scores.values()].map(unpinned));
  const chosen = kinds.flatMap(([kind, first, end]) => {
    let own = [...scores]
      .filter(([doc]) => doc >= first && doc < end)
      .sort(([docA, a], [docB, b]) => b - a || docA - docB);
    if (kind === 'articles') own = onePerArticle(own);
    const top = Math.max(0, ...own.map(([, score]) => unpinned(score)));
    const kept = own
      .filter(
        ([, score]) => score >= pin || (score >= top * leastOfGroup && score >= best * leastOfAll),
      )
      .slice(0, perGroup[kind]);
    return kept.length === 0 ? [] : [{ kind, kept }];
  });
  const groups = await Promise.all(
    chosen.map(async ({ kind, kept }) => ({
      kind,
      hits: await Promise.all(
        kept.map(async ([doc, score], at): Promise<Hit> => {
          const [cards, answers] = await Promise.all([
            read<CardFile>(cardFile(doc)),
            kind === 'answers' && at === 0 ? read<AnswerFile>(answerFile(doc)) : undefined,
          ]);
          const answer = answers?.[doc];
          return {
            ...(cards[doc] ?? { title: '', href: '' }),
            score,
            ...(answer === undefined ? {} : { answer }),
          };
        }),
      ),
    })),
  );
  return inOrder(groups);
}

// The best first; what is sold, and single claims, stand behind answers and articles unless they were
// asked for by their names.
function inOrder(groups: Found['groups']): Found['groups'] {
  const bestOf = ({ hits }: Found['groups'][number]): number => hits[0]?.score ?? 0;
  const known = groups.filter(({ kind }) => kind === 'answers' || kind === 'articles').map(bestOf);
  const rank = (group: Found['groups'][number]): number =>
    (group.kind === 'products' || group.kind === 'evidence') && bestOf(group) < pin
      ? Math.min(bestOf(group), ...known)
      : bestOf(group);
  return groups.sort((a, b) => rank(b) - rank(a));
}

function unpinned(score: number): number {
  return score >= pin ? score - pin : score;
}

// Of an article the record that fits best.
function onePerArticle(own: readonly [number, number][]): [number, number][] {
  const seen = new Set<number>();
  return own.filter(([doc]) => {
    const article = Math.floor(doc / recordsOfArticle);
    if (seen.has(article)) return false;
    seen.add(article);
    return true;
  });
}
