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
 * A text that a spreadsheet would compute gets an apostrophe before it; numbers stay numbers.
 */
export function toCsv(records: readonly JsonRecord[]): string {
  const rows = records.map((record) => new Map(flatten(record, '')));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return [
    columns.map(textCell),
    ...rows.map((row) => columns.map((column) => row.get(column) ?? '')),
  ]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
}

function flatten(value: JsonRecord, prefix: string): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const name = prefix + key;
    if (inner === null || inner === undefined) return [[name, '']];
    if (Array.isArray(inner)) {
      const isPlain = inner.every((item) => item === null || typeof item !== 'object');
      return [[name, textCell(isPlain ? inner.map(String).join('; ') : JSON.stringify(inner))]];
    }
    if (typeof inner === 'object') return flatten(inner, `${name}.`);
    return [[name, typeof inner === 'string' ? textCell(inner) : String(inner)]];
  });
}

// As OWASP advises against CSV injection: an apostrophe before it, all of it in quotation marks.
// https://owasp.org/www-community/attacks/CSV_Injection
const formula = /^[\s"'\u200B\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function textCell(text: string): string {
  if (formula.test(text)) return quoted(`'${text}`);
  return /[",\r\n]/.test(text) ? quoted(text) : text;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
