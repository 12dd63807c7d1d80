/** Makes a source of ours from a record of a library: a DOI, BibTeX, RIS or CSL-JSON. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { idOf } from '../corpus/issues.ts';
import { UserError } from '../problem.ts';
import { sourceSchema } from '../schemas/source.ts';

/** An item of CSL-JSON with what only this site says of a work. */
export type SourceRecord = { id: string; custom: Record<string, string> } & Record<string, unknown>;

// What a page shows of a work, in the order in which our files have it.
const shown = [
  'type',
  'title',
  'author',
  'container-title',
  'publisher',
  'volume',
  'issue',
  'page',
  'issued',
  'DOI',
  'PMID',
  'URL',
];

/**
 * The works of a text in one of the three formats. What was read of them nobody knows yet, so each is
 * `citation-only` and carries nothing alone until its author says more.
 * @throws {UserError} when it is none of them, or holds a work that is no source as our schema has it
 */
export function readRecords(text: string, design: string): SourceRecord[] {
  let items: Record<string, unknown>[];
  try {
    items = new Cite(text.trim()).data;
  } catch {
    items = [];
  }
  if (items.length === 0)
    throw new UserError(
      'The record is no BibTeX, RIS or CSL-JSON that can be read: export it anew.',
    );
  return items.map((item) => toSource(item, design));
}

/**
 * The record of a DOI, as its registrar gives it in CSL-JSON.
 * @throws {UserError} when the DOI is none, is not known, or nobody can be reached
 */
export async function fetchRecord(doi: string, design: string, ask = fetch): Promise<SourceRecord> {
  const bare = doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '');
  if (!/^10\.\d{4,}\/\S+$/.test(bare))
    throw new UserError(`"${doi}" is no DOI: write one such as 10.1000/xyz.`);
  const instead = 'or paste the record: save it as a file and give --from FILE.';
  let answer: Response;
  try {
    answer = await ask(`https://doi.org/${encodeURI(bare)}`, {
      headers: { accept: 'application/vnd.citationstyles.csl+json' },
      signal: AbortSignal.timeout(20_000),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `doi.org cannot be reached (${reason}): try again with a network, ${instead}`,
    );
  }
  if (answer.status === 404)
    throw new UserError(`doi.org knows no ${bare}: look it up, ${instead}`);
  if (!answer.ok)
    throw new UserError(
      `doi.org answered ${answer.status} for ${bare}: try again later, ${instead}`,
    );
  const [record] = readRecords(await answer.text(), design);
  if (record === undefined) throw new UserError(`doi.org has no record of ${bare}: ${instead}`);
  return { ...record, DOI: bare.toLowerCase() };
}

function toSource(item: Record<string, unknown>, design: string): SourceRecord {
  const kept = Object.fromEntries(
    shown.flatMap((key) => (item[key] === undefined ? [] : [[key, plain(key, item[key])]])),
  );
  const record: SourceRecord = {
    id: sourceId(item),
    ...kept,
    custom: { design, seen: 'citation-only', runners: 'unknown' },
  };
  const { error } = sourceSchema.safeParse(record);
  if (error !== undefined) {
    const [issue] = error.issues;
    throw new UserError(
      `The record does not fit: "${issue?.path.join('.') ?? ''}" ${issue?.message ?? 'is not sound'}. Correct it there, and try again.`,
    );
  }
  return record;
}

// Registrars add fields of their own to names and dates, and spaces to titles.
function plain(key: string, value: unknown): unknown {
  if (key === 'DOI') return String(value).replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '');
  if (key === 'title')
    return String(Array.isArray(value) ? value[0] : value)
      .replaceAll(/\s+/g, ' ')
      .trim();
  if (key === 'container-title') return String(Array.isArray(value) ? value[0] : value);
  if (key === 'type') return value === 'journal-article' ? 'article-journal' : value;
  if (key === 'author' && Array.isArray(value)) return value.map(nameOf);
  if (key === 'issued' && value !== null && typeof value === 'object' && 'date-parts' in value)
    return { 'date-parts': value['date-parts'] };
  return value;
}

const nameParts: ReadonlySet<string> = new Set([
  'family',
  'given',
  'non-dropping-particle',
  'dropping-particle',
  'suffix',
  'literal',
]);

function nameOf(name: unknown): unknown {
  if (name === null || typeof name !== 'object') return { literal: String(name) };
  return Object.fromEntries(Object.entries(name).filter(([key]) => nameParts.has(key)));
}

/** The id that our sources have: the first author's name and the year, "barney-2022". */
function sourceId(item: Record<string, unknown>): string {
  const [first] = Array.isArray(item['author']) ? (item['author'] as unknown[]) : [];
  const { family, literal }: { family?: unknown; literal?: unknown } =
    first !== null && typeof first === 'object' ? first : {};
  const issued = item['issued'];
  const parts: unknown =
    issued !== null && typeof issued === 'object' && 'date-parts' in issued
      ? issued['date-parts']
      : undefined;
  const [date]: unknown[] = Array.isArray(parts) ? parts : [];
  const year: unknown = Array.isArray(date) ? date[0] : undefined;
  const name =
    [family, literal, item['title']].find((text) => typeof text === 'string') ?? 'source';
  const id = idOf(String(name).split(/\s+/).slice(0, 4).join(' ')) ?? 'source';
  return typeof year === 'number' ? `${id}-${year}` : id;
}
