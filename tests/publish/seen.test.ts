/** What is looked at again to see whether a page may stay, and what follows from that alone. */
import { expect, test, vi } from 'vitest';
import type { Library } from '#library/records.ts';
import { newTrace, traced } from '#library/trace.ts';
import { digestsOf, Notebook, unchanged } from '../../src/publish/seen.ts';
import { library } from '../library.ts';

const relatable = [{ id: 'first', topics: ['iron'], citations: ['a'] }];
const answers = (nearest: string) => vi.fn<Library['relatedArticles']>(() => [nearest]);
const first: Library = { ...library, relatable, relatedArticles: answers('second') };

function seenBy(look: (library: Library) => unknown) {
  const trace = newTrace();
  look(traced(first, trace));
  const notebook = new Notebook();
  const number = notebook.add(trace);
  return { seen: notebook.seen, number, digests: digestsOf(notebook.seen, first) };
}

const { seen, number, digests } = seenBy((own) => own.relatedArticles('first', 1));

test('nobody asks again what follows from what is as it was', () => {
  const relatedArticles = answers('another');
  const next = { ...first, relatable: structuredClone(relatable), relatedArticles };
  expect(unchanged(seen, digests, next)(number)).toBe(true);
  expect(digestsOf(seen, next)).toEqual(digests);
  expect(relatedArticles).not.toHaveBeenCalled();
});

test.each([
  ['second', true],
  ['another', false],
])('where that changed, the answer %s decides', (answer, stands) => {
  const relatedArticles = answers(answer);
  const next = { ...first, relatable: [...relatable, ...relatable], relatedArticles };
  expect(unchanged(seen, digests, next)(number)).toBe(stands);
  expect(relatedArticles).toHaveBeenCalledWith('first', 1);
});
