/** Astro's image service with ours in place of its encoder: light files, which say whose the picture is and nothing else. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { LocalImageService } from 'astro';
import { baseService } from 'astro/assets';
import sharp from 'sharp';
import { cleanDrawing } from '../corpus/drawing.ts';
import { qualities } from '../corpus/picture.ts';
import { escaped } from '../domain/escape.ts';
import type { LicenceName } from '../domain/licence.ts';
import { mostPictureBytes } from '../schemas/image.ts';

// A file that was made by other code, or by another encoder, has another name.
const made = createHash('sha256')
  .update(readFileSync('src/publish/picture-service.ts'))
  .update(readFileSync('src/corpus/drawing.ts'))
  .update(readFileSync('src/domain/escape.ts'))
  .update(JSON.stringify([sharp.versions, qualities, mostPictureBytes]))
  .digest('hex');

/** What `<Picture>` gives beside what Astro asks for. */
interface Rights {
  credit?: string;
  licence?: LicenceName;
}

const service: LocalImageService = {
  ...baseService,
  propertiesToHash: [...(baseService.propertiesToHash ?? []), 'credit', 'licence', 'made'],
  validateOptions: async (options, config, logger) => {
    const sound = (await baseService.validateOptions?.(options, config, logger)) ?? options;
    return Object.assign(sound, { made });
  },
  transform: async (bytes, options) => {
    const { src, width } = options;
    const format: unknown = options.format;
    const metadata = rightsOf(options as Rights);
    if (format === 'svg')
      return { data: Buffer.from(cleanDrawing(Buffer.from(bytes).toString(), metadata)), format };
    if (format !== 'avif' && format !== 'webp')
      throw new Error(`${String(src)} is made as AVIF and WebP, not as ${String(format)}.`);
    const image = sharp(bytes, { failOn: 'error' })
      .autoOrient()
      .resize({ width, withoutEnlargement: true })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${metadata}</x:xmpmeta>`);
    for (const quality of qualities[format]) {
      const data = await image.clone().toFormat(format, { quality }).toBuffer();
      if (data.length <= mostPictureBytes) return { data: new Uint8Array(data), format };
    }
    throw new Error(
      `${String(src)} is heavier than ${mostPictureBytes} bytes as ${format}: crop it.`,
    );
  },
};

export default service;

// As the IPTC has it for pictures on the web. In dev nobody says whose it is: nobody else sees it.
function rightsOf({ credit, licence }: Rights): string {
  const fields = [
    element('photoshop:Credit', credit),
    element(
      'xmpRights:UsageTerms',
      licence?.name,
      (text) => `<rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt>`,
    ),
    element('xmpRights:WebStatement', licence?.href),
  ];
  const names = [
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
    'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
  ];
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${names.join(' ')}>${fields.join('')}</rdf:Description></rdf:RDF>`;
}

function element(
  name: string,
  text: string | undefined,
  around = (inner: string): string => inner,
): string {
  return text === undefined ? '' : `<${name}>${around(escaped(text))}</${name}>`;
}
