/** What readers are sent of a picture: light files, which say whose it is and nothing else. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { cleanDrawing } from '../corpus/drawing.ts';
import { qualities } from '../corpus/picture.ts';
import { escaped } from '../domain/escape.ts';
import { mostPictureBytes } from '../schemas/image.ts';
import type { PictureSize, Rights } from './sizes.ts';

// A file that was made by other code, or by another encoder, has another name.
const maker = createHash('sha256')
  .update(readFileSync('src/publish/picture-bytes.ts'))
  .update(readFileSync('src/corpus/drawing.ts'))
  .update(readFileSync('src/domain/escape.ts'))
  .update(JSON.stringify([sharp.versions, qualities, mostPictureBytes]))
  .digest('hex');

/** Name of the file of a size: another one where anything that it is made of is another. */
export function sizeName(size: Omit<PictureSize, 'file'>): string {
  const { name } = path.posix.parse(size.original);
  const digest = createHash('sha256')
    .update(JSON.stringify([maker, size]))
    .digest('hex');
  return `${name}_${digest.slice(0, 12)}.${size.format}`;
}

/**
 * The bytes of a size of a picture.
 * @param bytes those of the original
 * @throws {Error} where it cannot be made
 */
export async function pictureBytes(
  bytes: Uint8Array,
  { original, format, width, ...rights }: Omit<PictureSize, 'file'>,
): Promise<Uint8Array> {
  const metadata = rightsOf(rights);
  if (format === 'svg') return Buffer.from(cleanDrawing(Buffer.from(bytes).toString(), metadata));
  const image = sharp(bytes, { failOn: 'error' })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${metadata}</x:xmpmeta>`);
  for (const quality of qualities[format]) {
    const data = await image.clone().toFormat(format, { quality }).toBuffer();
    if (data.length <= mostPictureBytes) return new Uint8Array(data);
  }
  throw new Error(`${original} is heavier than ${mostPictureBytes} bytes as ${format}: crop it.`);
}

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
