/**
 * What commands keep for later ones: texts under keys. A key names all that its text was made of, so
 * that what is found is what would be made; what cannot be read is made again.
 */
import { hash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** Days after which what nothing used is taken away. */
const daysKept = 30;
/** Texts that are gathered before they are written. */
const mostPending = 200;

/** Texts by key. */
export interface Store {
  /** Its file, which other threads may open too; undefined where there is none. */
  file?: string;
  get: (key: string) => string | undefined;
  has: (key: string) => boolean;
  /** Whether something lies under a key, be it whole or not. */
  holds: (key: string) => boolean;
  /**
   * Keeps a text.
   * @param name what it was made for: of one name what is older than a day goes
   */
  set: (name: string, key: string, text: string) => void;
  /**
   * Writes what was gathered, for other processes and for other code of this one.
   * @returns whether others find it; where it cannot be written this process still does
   */
  flush: () => boolean;
}

/** A key of a store: one word for all that something was made of. */
export function keyOf(parts: readonly string[]): string {
  return hash('sha256', parts.join('\n'));
}

/** A store that keeps nothing beyond itself. */
export function memoryStore(): Store {
  const texts = new Map<string, string>();
  return {
    get: (key) => texts.get(key),
    has: (key) => texts.has(key),
    holds: (key) => texts.has(key),
    set: (_name, key, text) => {
      texts.set(key, text);
    },
    flush: () => false,
  };
}

/**
 * Opens the store of a file, which several processes may share. A file that is none is replaced.
 * @param otherwise folder of this process, where no such file can be made
 * @returns a store of this process alone where neither can be
 */
export function openStore(file: string, otherwise?: string): Store {
  return (
    opened(file) ??
    opened(file, true) ??
    (otherwise === undefined ? undefined : opened(path.join(otherwise, 'kept.db'))) ??
    memoryStore()
  );
}

function opened(file: string, isAnew = false): Store | undefined {
  return attempt(() => {
    if (isAnew) for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    mkdirSync(path.dirname(file), { recursive: true });
    return storeIn(new DatabaseSync(file), file);
  });
}

function storeIn(database: DatabaseSync, file: string): Store {
  // What is lost with a machine is made again; what a killed process wrote is whole or not there.
  database.exec(
    `PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;
     CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, name TEXT NOT NULL, used INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
     CREATE INDEX IF NOT EXISTS names ON kept (name);`,
  );
  const day = Math.floor(Date.now() / (24 * 60 * 60 * 1000));
  database.prepare('DELETE FROM kept WHERE used < ?').run(day - daysKept);
  const statement = (sql: string): StatementSync => database.prepare(sql);
  const find = statement('SELECT text, used FROM kept WHERE key = ?');
  const findBytes = statement('SELECT CAST(text AS BLOB) AS bytes, used FROM kept WHERE key = ?');
  const look = statement('SELECT 1 FROM kept WHERE key = ?');
  const put = statement('INSERT OR REPLACE INTO kept (key, name, used, text) VALUES (?, ?, ?, ?)');
  const forget = statement('DELETE FROM kept WHERE name = ? AND used < ?');
  const touch = statement('UPDATE kept SET used = ? WHERE key = ?');
  const pending = new Map<string, { name: string; text: string }>();
  const touched = new Set<string>();
  let most = mostPending;
  const flush = (): boolean => {
    if (pending.size + touched.size === 0) return true;
    const isWritten = attempt(() => {
      database.exec('BEGIN IMMEDIATE');
      for (const key of touched) touch.run(day, key);
      for (const [key, { name, text }] of pending) {
        forget.run(name, day);
        put.run(key, name, day, sealOf(key, text) + text);
      }
      database.exec('COMMIT');
      return true;
    });
    if (isWritten !== true) {
      attempt(() => database.exec('ROLLBACK'));
      most = pending.size + mostPending;
      return false;
    }
    pending.clear();
    touched.clear();
    most = mostPending;
    return true;
  };
  const get = (key: string): string | undefined => {
    const known = pending.get(key);
    if (known !== undefined) return known.text;
    const row = attempt(() => find.get(key)) as { text: string; used: number } | undefined;
    const text = row?.text.slice(sealLength);
    if (row === undefined || text === undefined || !row.text.startsWith(sealOf(key, text)))
      return undefined;
    if (row.used < day) touched.add(key);
    return text;
  };
  // Of a text that nobody reads now no string is made.
  const has = (key: string): boolean => {
    if (pending.has(key)) return true;
    const row = attempt(() => findBytes.get(key)) as
      { bytes: Uint8Array; used: number } | undefined;
    if (row === undefined) return false;
    const seal = Buffer.from(row.bytes.subarray(0, sealLength)).toString('latin1');
    if (seal !== sealOf(key, row.bytes.subarray(sealLength))) return false;
    if (row.used < day) touched.add(key);
    return true;
  };
  return {
    file,
    get,
    has,
    holds: (key) => pending.has(key) || attempt(() => look.get(key)) !== undefined,
    set: (name, key, text) => {
      pending.set(key, { name, text });
      if (pending.size >= most) flush();
    },
    flush,
  };
}

// The database believes whatever stands in its file; what was altered there is made again.
// One of another key, too.
function sealOf(key: string, text: string | Uint8Array): string {
  return hash('sha1', `${hash('sha1', text, 'base64url')} ${key}`, 'base64url');
}

const sealLength = sealOf('', '').length;

// A disk that is full, a file that broke while it was read: what is not kept is made again.
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
