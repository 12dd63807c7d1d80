/** Lays a compressed form beside each text of a site, for hosts that serve such: a step of its own. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Store } from '../store/store.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** What is packed already gains nothing. */
const texts = /\.(?:html|css|js|json|svg|xml|atom|md|txt|csv|bib|webmanifest)$/;
/** Below this size in bytes a packet of the network holds the file either way. */
const leastBytes = 300;
/** Files that are compressed at once: Node has four threads for it. */
const atOnce = 8;

/**
 * Brotli's best costs some 1,000 ms a megabyte where 5 costs 25, and saves another eighth; what was
 * compressed is kept by its digest, so that only what changed costs anything.
 */
export const bestQuality = 11;

/** What was done. */
export interface Compressed {
  files: number;
  /** Bytes of the texts, and of their forms for a browser that takes Brotli. */
  bytes: number;
  brotliBytes: number;
}

/**
 * Writes `.br` and `.gz` beside each text that gains by it, and takes away those that do not belong to one.
 * @param folder the site
 * @param quality of Brotli, 0 to 11
 * @throws {Error} of the file system
 */
export async function compressSite(
  folder: string,
  quality: number,
  store: Store,
): Promise<Compressed> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const done: Compressed = { files: 0, bytes: 0, brotliBytes: 0 };
  const wanted = new Set<string>();
  const waiting = files.filter((file) => texts.test(file));
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const bytes = await readFile(file);
      if (bytes.length < leastBytes) continue;
      const digest = createHash('sha256').update(bytes).digest('hex');
      const forms = {
        br: await keptForm(`brotli ${quality} ${digest}`, store, () =>
          brotli(bytes, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: quality,
              [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            },
          }),
        ),
        gz: await keptForm(`gzip ${digest}`, store, () => gzipped(bytes, { level: 9 })),
      };
      for (const [end, form] of Object.entries(forms)) {
        if (form.length >= bytes.length) continue;
        wanted.add(`${file}.${end}`);
        await writeWhole(`${file}.${end}`, form);
      }
      done.files += 1;
      done.bytes += bytes.length;
      done.brotliBytes += Math.min(forms.br.length, bytes.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const file of files)
    if (/\.(?:br|gz)$/.test(file) && !wanted.has(file)) await rm(file, { force: true });
  store.flush();
  return done;
}

// A server may be showing this folder, and would give out half a form where this is cut off.
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const part = path.join(path.dirname(file), `${temporary}${path.basename(file)}`);
  try {
    await writeFile(part, bytes);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Begins the name of a form that is not whole yet; servers show nothing that begins with a dot. */
const temporary = '.compressing-';

async function keptForm(key: string, store: Store, make: () => Promise<Buffer>): Promise<Buffer> {
  const kept = store.get(key);
  if (kept !== undefined) return Buffer.from(kept, 'base64');
  const made = await make();
  store.set(key, key, made.toString('base64'));
  return made;
}
