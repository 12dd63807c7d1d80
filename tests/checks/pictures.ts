/** Small pictures with one thing wrong each, made when the tests run. */
import { randomFillSync } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';

const plain = (width = 40, height = 30): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#a8201a' } });
const jpg = (): Sharp => plain().jpeg();
const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } };
const camera = { IFD2: { BodySerialNumber: '0123456' } };

const xmp = (field: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:a="https://a.example/"><a:${field}>made up</a:${field}></rdf:Description></rdf:RDF></x:xmpmeta>`;

/** A JPEG with a block of EXIF that no library here writes: a maker's note of eight bytes. */
async function withMakerNote(): Promise<Buffer> {
  const entry = (tag: number, type: number, count: number, value: number): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const directory = (one: Buffer): Buffer =>
    Buffer.concat([Buffer.from([1, 0]), one, Buffer.alloc(4)]);
  const tiff = Buffer.concat([
    Buffer.from('II*\0\x08\0\0\0', 'latin1'),
    directory(entry(0x8769, 4, 1, 26)),
    directory(entry(0x927c, 7, 8, 44)),
    Buffer.from('a secret'),
  ]);
  return withBlock(Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

async function withBlock(block: Buffer): Promise<Buffer> {
  const picture = await jpg().toBuffer();
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(block.length + 2, 2);
  return Buffer.concat([picture.subarray(0, 2), head, block, picture.subarray(2)]);
}

async function noise(width: number): Promise<Buffer> {
  const raw = { width, height: width, channels: 3 as const };
  return sharp(randomFillSync(Buffer.alloc(width * width * 3)), { raw })
    .jpeg()
    .toBuffer();
}

const cut = async (): Promise<Buffer> => {
  const whole = await noise(64);
  return whole.subarray(0, whole.length / 2);
};

const made: Record<string, Promise<Buffer> | Buffer> = {
  PNG: plain().png().toBuffer(),
  JPG: jpg().toBuffer(),
  AVIF: plain().avif().toBuffer(),
  WEBP: plain().webp().toBuffer(),
  'JPG WITH A PLACE': jpg().withExif(place).toBuffer(),
  'PNG WITH A PLACE': plain().png().withExif(place).toBuffer(),
  'AVIF WITH A PLACE': plain().avif().withExif(place).toBuffer(),
  'JPG WITH A SERIAL NUMBER': jpg().withExif(camera).toBuffer(),
  'JPG WITH A MAKERS NOTE': withMakerNote(),
  'JPG WITH A PLACE IN XMP': jpg().withXmp(xmp('GPSLatitude')).toBuffer(),
  'PNG WITH A SERIAL NUMBER IN XMP': plain().png().withXmp(xmp('LensSerialNumber')).toBuffer(),
  'JPG WITH A CITY': withBlock(
    Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp('City')}`, 'latin1'),
  ),
  'PNG WITH A NAME': plain()
    .png()
    .withExif({ IFD0: { Artist: 'The desk', Copyright: 'CC BY' } })
    .toBuffer(),
  'CUT JPG': cut(),
  'BROKEN PNG': Buffer.from('\x89PNG\r\n\x1A\n and no more', 'latin1'),
  'TALL PNG': plain(20, 61).png().toBuffer(),
  'NOISY JPG': noise(1400),
  'HEAVY SVG': Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${'<g/>'.repeat(40_000)}</svg>`,
  ),
  'LARGE FILE': Buffer.alloc(10_000_001),
  'MANY PIXELS': plain(8000, 6300).png({ compressionLevel: 1 }).toBuffer(),
};

/** The pictures in base64, by what is wrong with them. */
export const pictures: Record<string, string> = Object.fromEntries(
  await Promise.all(
    Object.entries(made).map(async ([name, bytes]) => [name, (await bytes).toString('base64')]),
  ),
) as Record<string, string>;
