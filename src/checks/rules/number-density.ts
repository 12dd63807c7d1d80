/** Prose that a tired reader need not count along with. */
import { locate, type ProseBlock } from '../../document/prose.ts';
import { findNumbers, type Amount } from '../language/amounts.ts';
import { citedIds, type Sentence } from '../../document/sentences.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

const mostNumbers = 3;
const mostCitations = 2;
const inWords = 100;
const inRow = 3;

export const numberDensity: Rule = {
  id: 'number-density',
  demands: `A sentence has at most ${mostNumbers} numbers and ${mostCitations} citations, and ${inRow} paragraphs in a row at most ${mostNumbers} numbers in ${inWords} words. Amounts, shares, counts and intervals are numbers; years, ages, distances, times, names such as B12, the rows of a table and what components print are none.`,
  why: 'Nobody who is tired keeps the four figures of a sentence. In a table they can be compared; what the answer does not need stands in the claim, one tap away.',
  fix: 'Say what the figures come to, and leave out what nobody needs for the answer; or make them a table, a list or a picture.',
  document: ({ sentences }) => {
    const counted = countedOf(sentences);
    return [...counted.flatMap(fullSentence), ...textsOf(counted).flatMap(fullRows)];
  },
};

/** Numbers among words, as this rule counts both. */
export interface Density {
  numbers: number;
  words: number;
}

/** How dense the paragraphs of a document are together, and where they are densest: in how many in a row. */
export function densityOf(sentences: readonly Sentence[]): {
  whole: Density;
  densest: Density & { paragraphs: number };
} {
  const texts = textsOf(countedOf(sentences));
  const rows = texts.flatMap((text) =>
    text.slice(0, Math.max(1, text.length - inRow + 1)).map((_, first) => rowAt(text, first)),
  );
  // However short three paragraphs are, three numbers may stand in them.
  const share = ({ numbers, words }: Density): number => numbers / Math.max(inWords, words);
  const none = { numbers: 0, words: 0, paragraphs: 0 };
  return {
    whole: texts.flat().reduce(
      (sum, { numbers, block }) => ({
        numbers: sum.numbers + numbers,
        words: sum.words + block.words,
      }),
      { numbers: 0, words: 0 },
    ),
    densest: rows.reduce(
      (most, { start: _start, ...row }) => (share(row) > share(most) ? row : most),
      none,
    ),
  };
}

// The rule and whoever asks how dense a text is count the same sentences.
const countedBefore = new WeakMap<readonly Sentence[], Counted[]>();

function countedOf(sentences: readonly Sentence[]): Counted[] {
  const known = countedBefore.get(sentences);
  if (known !== undefined) return known;
  const counted = sentences
    .filter(({ block }) => isProse(block))
    .map((sentence) => ({
      ...sentence,
      numbers: findNumbers(sentence.text),
    }));
  countedBefore.set(sentences, counted);
  return counted;
}

interface Counted extends Sentence {
  numbers: Amount[];
}

interface CountedBlock {
  block: ProseBlock;
  numbers: number;
}

// What others said is theirs, and a table is where figures belong.
function isProse({ kind, quoted }: ProseBlock): boolean {
  return (kind === 'paragraph' || kind === 'item') && !quoted;
}

function fullSentence(sentence: Counted): RuleDiagnostic[] {
  const { block, start, numbers } = sentence;
  const diagnostics: RuleDiagnostic[] = [];
  const [excess] = numbers.slice(mostNumbers);
  if (excess !== undefined)
    diagnostics.push({
      ...locate(block, start + excess.start),
      message: `this sentence has ${numbers.length} numbers; a table, a list or a picture shows them better.`,
    });
  const citations = citedIds(sentence).length;
  if (citations > mostCitations)
    diagnostics.push({
      ...locate(block, start),
      message: `this sentence has ${citations} citations.`,
      fix: 'Cite what carries it best, or cut it in two.',
    });
  return diagnostics;
}

// The paragraphs of the body, and those of each answer. A list or a table between two is passed over.
function textsOf(sentences: readonly Counted[]): CountedBlock[][] {
  const texts = new Map<string, CountedBlock[]>();
  for (const { block, numbers } of sentences) {
    if (block.kind !== 'paragraph' || block.where === 'takeaway') continue;
    const name = `${block.where} ${block.index}`;
    const text = texts.get(name) ?? [];
    texts.set(name, text);
    const last = text.at(-1);
    if (last?.block === block) last.numbers += numbers.length;
    else text.push({ block, numbers: numbers.length });
  }
  return [...texts.values()];
}

// Three numbers may stand in three paragraphs, however short. Rows do not overlap: each is told once.
function fullRows(text: readonly CountedBlock[]): RuleDiagnostic[] {
  const diagnostics: RuleDiagnostic[] = [];
  for (let first = 0; first === 0 || first + inRow <= text.length; first += 1) {
    const { numbers, words, paragraphs, start } = rowAt(text, first);
    if (start === undefined || numbers <= Math.max(mostNumbers, (mostNumbers * words) / inWords))
      continue;
    diagnostics.push({
      ...locate(start, 0),
      message: `${paragraphs === 1 ? 'one paragraph has' : `${paragraphs} paragraphs in a row have`} ${numbers} numbers in ${words} words; a table, a list or a picture shows them better.`,
    });
    first += inRow - 1;
  }
  return diagnostics;
}

// Three paragraphs from one on, or as many as there are, and the first of them that has a number.
function rowAt(
  text: readonly CountedBlock[],
  first: number,
): Density & { paragraphs: number; start: ProseBlock | undefined } {
  const row = text.slice(first, first + inRow);
  return {
    numbers: row.reduce((sum, one) => sum + one.numbers, 0),
    words: row.reduce((sum, { block }) => sum + block.words, 0),
    paragraphs: row.length,
    start: row.find((one) => one.numbers > 0)?.block,
  };
}
