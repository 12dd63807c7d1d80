/** Looks at the bytes of an author's picture: what it is, how large, and what it tells beyond what it shows. */
import { createHash } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { LineIndex } from '../document/line-index.ts';
import type { Diagnostic, Position } from '../problem.ts';
import {
  mostPictureBytes,
  pictureExtensions,
  pictureWidths,
  type ImageIndex,
  type PictureFormat,
} from '../schemas/image.ts';
import { addressOf } from '../routes.ts';
import { codeDigest } from '../store/code.ts';
import type { Store } from '../store/store.ts';
import { lookAtDrawing } from './drawing.ts';
import { decodeText } from './text.ts';

/** What an original is at most: it lies in the repository for good. */
const mostOriginal = { bytes: 10_000_000, pixels: 50_000_000 };
/** How much taller than wide a picture is at most. */
const mostTall = 3;
/** Qualities in which a picture is tried until its file is light enough, the best first. */
export const qualities = { avif: [55, 45, 35, 25], webp: [78, 65, 50, 35] } as const;

/** What was found out about the bytes of a picture. */
export interface PictureLook {
  /** Upright, in pixels; absent where it cannot be shown. */
  size?: { width: number; height: number };
  /** Why it cannot be shown, and what to do. */
  fault?: { message: string; fix: string };
  /** Places and serial numbers in it. */
  tells: string[];
  /** What of a drawing runs or fetches. */
  unsafe: (Position & { what: string })[];
  /** Why no phone should load it. */
  weight?: { message: string; fix: string };
  /** What is wrong with a drawing as a text. */
  diagnostics: Diagnostic[];
}

/** A picture as it lies beside what is said of it. */
export interface Picture {
  /** Name without its extension. */
  id: string;
  /** Path relative to the folder above the content folder. */
  file: string;
  absolutePath: string;
  format: PictureFormat;
  digest: string;
  look: PictureLook;
}

/** The pictures of a folder, in the order of their names. @param store holds what was found in their bytes before */
export async function readPictures(
  folder: string,
  fileOf: (absolutePath: string) => string,
  store?: Store,
): Promise<Picture[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile() && isPicture(entry.name))
    .map((entry) => path.resolve(folder, entry.name))
    .sort();
  return Promise.all(
    paths.map(async (file) => pictureOf(fileOf(file), file, await bytesOf(file), store)),
  );
}

/** Whether a file is a picture by its name. */
function isPicture(name: string): boolean {
  return pictureExtensions.some((extension) => path.extname(name) === extension);
}

/** A picture from its bytes: why there are none where they cannot be had. */
export async function pictureOf(
  file: string,
  absolutePath: string,
  bytes: Uint8Array | PictureLook['fault'],
  store?: Store,
): Promise<Picture> {
  const { name, ext } = path.parse(absolutePath);
  const format = ext.slice(1) as PictureFormat;
  const own = { id: name, file, absolutePath, format };
  if (!(bytes instanceof Uint8Array))
    return { ...own, digest: '', look: faulty(bytes ?? broken('cannot be read')) };
  const digest = createHash('sha256').update(bytes).digest('hex');
  const key = store && `picture ${codeDigest()} ${format} ${digest}`;
  const kept = key && store.get(key);
  if (kept !== undefined) return { ...own, digest, look: JSON.parse(kept) as PictureLook };
  const look = await lookAt(Buffer.from(bytes), format);
  if (key !== undefined) store?.set(`picture ${absolutePath}`, key, JSON.stringify(look));
  return { ...own, digest, look };
}

/** What pages load of the file beside an entry; undefined where there is not one that can be shown. */
export function originalOf(pictures: readonly Picture[] = []): ImageIndex['original'] | undefined {
  const [picture, second] = pictures;
  if (picture?.look.size === undefined || second !== undefined) return undefined;
  const { width, height } = picture.look.size;
  return { src: originalAddress(picture), width, height, format: picture.format };
}

/** Where Astro finds an original, in a build and in dev. */
export function originalAddress({ id, digest, format }: Picture): string {
  return addressOf(`/_astro/${id}.${digest.slice(0, 10)}.${format}`);
}

async function bytesOf(absolutePath: string): Promise<Uint8Array | PictureLook['fault']> {
  try {
    const file = await open(absolutePath);
    try {
      const { size } = await file.stat();
      return size > mostOriginal.bytes
        ? huge(`${Math.ceil(size / 1e6)} MB`)
        : await file.readFile();
    } finally {
      await file.close();
    }
  } catch {
    return { message: 'the file cannot be read.', fix: 'Give it its permissions back.' };
  }
}

async function lookAt(bytes: Buffer, format: PictureFormat): Promise<PictureLook> {
  if (bytes.length === 0)
    return faulty({ message: 'the file is empty.', fix: 'Save it again, or delete it.' });
  if (bytes.length > mostOriginal.bytes) return faulty(huge(`${Math.ceil(bytes.length / 1e6)} MB`));
  const { text, diagnostics } =
    format === 'svg' ? decodeText(bytes) : { text: '', diagnostics: [] };
  if (diagnostics.length > 0) return { ...faulty(), diagnostics };
  // Read when there is a picture: most commands of most sites have none.
  const [{ default: sharp }, { tellsInMarkup, tellsInPhoto }] = await Promise.all([
    import('sharp'),
    import('./photo.ts'),
  ]);
  sharp.cache(false);
  const found = await sharp(bytes, { limitInputPixels: false }).metadata().catch(String);
  if (typeof found === 'string') return faulty(broken(reasonOf(found)));
  const kind =
    found.compression === 'av1' ? 'avif' : found.format === 'jpeg' ? 'jpg' : found.format;
  if (kind !== format) return faulty(otherKind(String(kind), format));
  if (format === 'svg') {
    // Read as browsers read it, which refuse the whole of what is not well-formed.
    const drawn = await sharp(bytes).resize(16).toBuffer().catch(String);
    return typeof drawn === 'string'
      ? faulty(broken(reasonOf(drawn)))
      : lookAtVector(bytes, text, tellsInMarkup(text));
  }
  const { width, height } = found.autoOrient;
  if (width * height > mostOriginal.pixels)
    return faulty(huge(`${Math.ceil((width * height) / 1e6)} megapixels`));
  const tells = tellsInPhoto(bytes, found);
  const widest = pictureWidths.at(-1) ?? width;
  // Read to its end, which tells whether it is whole, and made as light as it gets.
  const made = await sharp(bytes, { failOn: 'error' })
    .autoOrient()
    .resize({ width: widest, withoutEnlargement: true })
    .webp({ quality: qualities.webp.at(-1) ?? 35 })
    .toBuffer()
    .catch(String);
  if (typeof made === 'string') return { ...faulty(broken(reasonOf(made))), tells };
  const weight =
    height > mostTall * width
      ? {
          message: `is more than ${mostTall} times as tall as it is wide.`,
          fix: 'Cut it in pieces.',
        }
      : made.length > mostPictureBytes
        ? heavy(made.length, 'Crop it, or choose one with less in it.')
        : undefined;
  return { size: { width, height }, tells, unsafe: [], diagnostics: [], ...(weight && { weight }) };
}

function lookAtVector(bytes: Buffer, text: string, tells: string[]): PictureLook {
  const { unsafe, size, fault } = lookAtDrawing(text);
  const lines = new LineIndex(text);
  return {
    ...(fault === undefined
      ? size && { size }
      : { fault: { message: `the drawing ${fault}.`, fix: 'Save it as a plain SVG.' } }),
    tells,
    unsafe: unsafe.map(({ what, at }) => ({ what, ...lines.position(at) })),
    diagnostics: [],
    ...(bytes.length > mostPictureBytes && {
      weight: heavy(bytes.length, 'Simplify it, or save it as PNG: it is made light then.'),
    }),
  };
}

function faulty(fault?: PictureLook['fault']): PictureLook {
  return { tells: [], unsafe: [], diagnostics: [], ...(fault && { fault }) };
}

function broken(reason: string): { message: string; fix: string } {
  return { message: `the picture is broken: ${reason}.`, fix: 'Save it again from its original.' };
}

function huge(what: string): { message: string; fix: string } {
  return {
    message: `the original has ${what}: more than 10 MB or 50 megapixels stay out of the repository.`,
    fix: 'Save it smaller: 2,600 pixels across are plenty.',
  };
}

function heavy(bytes: number, fix: string): { message: string; fix: string } {
  return {
    message: `weighs ${Math.ceil(bytes / 1000)} kB at its lightest; a phone loads ${mostPictureBytes / 1000} kB at most.`,
    fix,
  };
}

function otherKind(kind: string, format: PictureFormat): { message: string; fix: string } {
  const known = ['png', 'jpg', 'svg', 'avif'].includes(kind);
  return {
    message: `the file holds ${kind}, not ${format}.`,
    fix: known ? `Rename it to end in .${kind}.` : `Save it as ${format}.`,
  };
}

// The libraries' first line, without what names their functions.
function reasonOf(error: string): string {
  const [first = ''] = error.split('\n');
  const text = first.replace(/^(?:\w*Error: )+/, '').replace(/[.:\s]+$/, '');
  return text.charAt(0).toLowerCase() + text.slice(1);
}
