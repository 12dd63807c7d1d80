/** The order of ids, files and days: the same on every machine, whatever its language. */

/** Compares two texts by the codes of their characters. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
