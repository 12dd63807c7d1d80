/** Prose that a tired reader need not count along with. */
import { locate, type ProseBlock } from '../../document/prose.ts';
import { amountsOf, findNumbers, type Amount } from '../language/amounts.ts';
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
    const counted = sentences
      .filter(({ block }) => isProse(block))
      .map((sentence) => ({
        ...sentence,
        numbers: findNumbers(sentence.text, amountsOf(sentence)),
      }));
    return [...counted.flatMap(fullSentence), ...textsOf(counted).flatMap(fullRows)];
  },
};

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
    const row = text.slice(first, first + inRow);
    const numbers = row.reduce((sum, one) => sum + one.numbers, 0);
    const words = row.reduce((sum, { block }) => sum + block.words, 0);
    const start = row.find((one) => one.numbers > 0)?.block;
    if (start === undefined || numbers <= Math.max(mostNumbers, (mostNumbers * words) / inWords))
      continue;
    diagnostics.push({
      ...locate(start, 0),
      message: `${row.length === 1 ? 'one paragraph has' : `${row.length} paragraphs in a row have`} ${numbers} numbers in ${words} words; a table, a list or a picture shows them better.`,
    });
    first += inRow - 1;
  }
  return diagnostics;
}
