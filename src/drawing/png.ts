/**
 * Makes a bitmap of a drawing, for people who want to take it along: in the site's own faces, the same
 * bytes from run to run, and made once.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Renderer } from '@takumi-rs/core';
import { projectStore } from '../corpus/reading.ts';
import type { Store } from '../store/store.ts';
import { faces } from './face.ts';

/**
 * The PNG of an SVG drawing, at a width in pixels; the height follows from the drawing's `viewBox`.
 * Colours stand in attributes: stylesheets, variables and `light-dark()` come out black. A letter that
 * the face lacks is a gap, which `faceFor()` knows before.
 * @param store where pictures are kept, under a digest of all that they are made of
 * @throws {Error} when the drawing has no `viewBox`, asks first for a face that is none of the site's, or
 *   for a weight between two hundreds
 */
export async function pngOf(
  svg: string,
  width: number,
  store: Store = projectStore(),
): Promise<Uint8Array> {
  const size = sizeOf(svg, width);
  for (const [, family] of svg.matchAll(/font-family="([^"]*)"/g)) checkFamily(family ?? '');
  for (const [, weight] of svg.matchAll(/font-weight="([^"]*)"/g)) checkWeight(weight ?? '');
  const key = keyOf(svg, size);
  const kept = store.get(key);
  if (kept !== undefined) return Buffer.from(kept, 'base64');
  const png = await (await sharedRenderer()).render(sceneOf(svg), { ...size, format: 'png' });
  store.set(key, key, png.toString('base64'));
  return png;
}

interface Size {
  width: number;
  height: number;
}

function sizeOf(svg: string, width: number): Size {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const [, , across, down] = (/\sviewBox="([^"]*)"/.exec(root)?.[1] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (across === undefined || down === undefined || !(across > 0) || !(down > 0))
    throw new Error(`A drawing needs a viewBox with a width and a height: ${root}`);
  return { width, height: Math.round((width * down) / across) };
}

// The renderer takes another face without a word, and the text another width.
function checkFamily(list: string): void {
  const first = list.split(',')[0]?.replaceAll(/['"]|&quot;/g, '');
  const families = Object.values(faces).map((face) => face.family);
  if (first === undefined || !families.includes(first.trim()))
    throw new Error(`A drawing asks for the face ${list}: there are ${families.join(' and ')}.`);
}

// Other numbers are weights too, and the renderer sets them in the lightest (2.16.3).
function checkWeight(weight: string): void {
  if (!/^(?:[1-9]00|normal|bold)$/.test(weight))
    throw new Error(`A drawing asks for the weight ${weight}: pictures are set in hundreds alone.`);
}

function sceneOf(svg: string): Parameters<Renderer['render']>[0] {
  return { type: 'image', src: svg, style: { width: '100%', height: '100%' } };
}

function keyOf(svg: string, size: Size): string {
  const hash = createHash('sha256').update(renderer().digest);
  return `png ${hash.update(JSON.stringify([sceneOf(svg), size])).digest('base64url')}`;
}

let known: { digest: Buffer; fonts: { family: string; bytes: Buffer }[] } | undefined;
let shared: Promise<Renderer> | undefined;

/** What decides, apart from the drawing, what a picture looks like. */
function renderer(): NonNullable<typeof known> {
  if (known !== undefined) return known;
  const { version } = JSON.parse(
    readFileSync('node_modules/@takumi-rs/core/package.json', 'utf8'),
  ) as { version: string };
  const fonts = Object.values(faces).map(({ file, family }) => ({
    family,
    bytes: readFileSync(file),
  }));
  const hash = createHash('sha256').update(version);
  for (const { family, bytes } of fonts) hash.update(`${family}\0`).update(bytes);
  known = { digest: hash.digest(), fonts };
  return known;
}

function sharedRenderer(): Promise<Renderer> {
  shared ??= (async () => {
    const { Renderer: Takumi } = await import('@takumi-rs/core');
    // No two drawings are the same, so that what it would remember is of no use.
    const made = new Takumi({ cacheMaxBytes: 0 });
    for (const { family, bytes } of renderer().fonts)
      await made.registerFont({ name: family, data: bytes });
    return made;
  })();
  return shared;
}
