/** How long an article takes to read. */

/** Words that an adult reads silently in a minute; 238 for English non-fiction (Brysbaert 2019). */
const wordsPerMinute = 238;

/** Whole minutes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}
