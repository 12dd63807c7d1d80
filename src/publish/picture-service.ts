/** Astro's image service with ours in place of its encoder. */
import type { ExternalImageService, LocalImageService } from 'astro';
import { baseService } from 'astro/assets';
import { addressOf } from '../routes.ts';
import { currentSession } from '../session.ts';
import { pictureBytes, sizeName } from './picture-bytes.ts';
import { noteSize, type PictureSize, type Rights } from './sizes.ts';

type Options = Parameters<NonNullable<LocalImageService['transform']>>[1];

/** @throws {Error} where somebody asks for a picture in another format */
function sizeOf(options: Options): Omit<PictureSize, 'file'> {
  const { src, width = 0, credit, licence } = options as Options & Rights;
  const original = typeof src === 'string' ? src : (src as { src: string }).src;
  const format: unknown = options.format;
  if (format !== 'avif' && format !== 'webp' && format !== 'svg')
    throw new Error(`${original} is made as AVIF and WebP, not as ${String(format)}.`);
  return { original, format, width, ...(credit && { credit }), ...(licence && { licence }) };
}

const { validateOptions, getSrcSet, getHTMLAttributes } = baseService;
const common = {
  ...(validateOptions && { validateOptions }),
  ...(getSrcSet && { getSrcSet }),
  ...(getHTMLAttributes && { getHTMLAttributes }),
};

/** In dev Astro asks for a size when a browser does. */
export const serving: LocalImageService = {
  ...baseService,
  transform: async (bytes, options) => {
    const size = sizeOf(options as Options);
    return { data: await pictureBytes(bytes, size), format: size.format };
  },
};

/** In a build a size has its address at once, and is made when all pages are. */
export const building: ExternalImageService = {
  ...common,
  getURL: (options) => {
    const size = sizeOf(options as Options);
    const file = `_astro/${sizeName(size)}`;
    noteSize({ file, ...size });
    return addressOf(`/${file}`);
  },
};

export default currentSession().isServing ? serving : building;
