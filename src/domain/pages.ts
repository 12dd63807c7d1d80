/**
 * Long lists in pages. The first page holds what is in front; what is behind stands on pages of a size,
 * counted from the end: what comes in front moves nothing on them.
 */

/** Entries that stand on the first page of a list that has more. */
export const fewest = 30;

/** Entries of a page behind the first one, which has up to thirty more: as many as keep any page within 60 KB, compressed. */
export const perPage = { entries: 50, rows: 100, lines: 200 } as const;

/** Most questions that stand on one page of them all: with more, each theme has its own. */
export const mostQuestions = 300;

/** Most claims that stand on one page of them all: with more, each topic has its own. */
export const mostClaims = 500;

/** How many pages a list has behind its first one. @param size entries of one of them */
export function pagesBehind(count: number, size: number): number {
  return Math.max(0, Math.floor((count - fewest) / size));
}

/**
 * What stands on a page of a list.
 * @param size entries of a page behind the first one
 * @param number of a page behind the first one, 1 of the last; undefined of the first one
 */
export function onPage<Item>(items: readonly Item[], size: number, number?: number): Item[] {
  const start = (page: number): number => items.length - page * size;
  return number === undefined
    ? items.slice(0, start(pagesBehind(items.length, size)))
    : items.slice(start(number), start(number - 1));
}

/** Number of the page on which the item at an index stands; undefined of the first page. */
export function pageAt(index: number, count: number, size: number): number | undefined {
  const number = Math.ceil((count - index) / size);
  return number > pagesBehind(count, size) ? undefined : number;
}

/**
 * Groups one after the other, for a list of which each group begins on the first page, none with more
 * than another has room for.
 * @param size entries of a page behind the first one
 */
export function beginEach<Item>(groups: readonly (readonly Item[])[], size: number): Item[] {
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  let room = count - pagesBehind(count, size) * size;
  const first = groups.map(() => 0);
  for (let row = 0; room > 0; row += 1)
    for (const [index, group] of groups.entries())
      if (room > 0 && row < group.length) {
        first[index] = row + 1;
        room -= 1;
      }
  return [
    ...groups.flatMap((group, index) => group.slice(0, first[index])),
    ...groups.flatMap((group, index) => group.slice(first[index])),
  ];
}

/** The pages beside one: undefined of the first page, no key where there is none. */
export interface Beside {
  before?: { number: number | undefined };
  after?: { number: number };
}

/** Which pages stand before and after one of a list. */
export function pagesBeside(count: number, size: number, number?: number): Beside {
  const behind = pagesBehind(count, size);
  const after = number === undefined ? behind : number - 1;
  return {
    ...(number === undefined
      ? {}
      : { before: { number: number === behind ? undefined : number + 1 } }),
    ...(after > 0 ? { after: { number: after } } : {}),
  };
}
