/** Tables as CSV (RFC 4180): records with nested values become rows of text. */

/** A value as JSON knows it. */
export type Json = string | number | boolean | null | Json[] | JsonRecord;

/** An object; a key without a value is left out. */
export interface JsonRecord {
  [key: string]: Json | undefined;
}

/**
 * Records as CSV with a header line; lines end with CR LF. Objects become columns named
 * `outer.inner`, lists of plain values stand in one cell separated by "; ", other lists as JSON.
 */
export function toCsv(records: readonly JsonRecord[]): string {
  const rows = records.map((record) => new Map(flatten(record, '')));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))]
    .map((cells) => `${cells.map(quote).join(',')}\r\n`)
    .join('');
}

function flatten(value: JsonRecord, prefix: string): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const name = prefix + key;
    if (inner === null || inner === undefined) return [[name, '']];
    if (Array.isArray(inner)) {
      const isPlain = inner.every((item) => item === null || typeof item !== 'object');
      return [[name, isPlain ? inner.map(String).join('; ') : JSON.stringify(inner)]];
    }
    if (typeof inner === 'object') return flatten(inner, `${name}.`);
    return [[name, String(inner)]];
  });
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
