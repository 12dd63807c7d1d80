/** What the metadata of a photograph tell that nobody should know: where it was taken, and with which camera. */
import exif from 'exif-reader';
import { Parser } from 'htmlparser2';
import type { Metadata } from 'sharp';

// The names of EXIF and XMP for places and serial numbers.
const place =
  /^GPS(?!Version|Tag$|Info$)|^(?:City|State|Province|Country|CountryCode|CountryName|Location|Sublocation|LocationCreated|LocationShown|ProvinceState)$/i;
const serial = /serial_?number$/i;

/** Places and serial numbers in the metadata of a photograph, as names of fields. */
export function tellsInPhoto(
  bytes: Buffer,
  { exif: own, iptc, xmp, comments = [] }: Pick<Metadata, 'exif' | 'iptc' | 'xmp' | 'comments'>,
): string[] {
  const raw = bytes.toString('latin1');
  const tells = [
    ...[
      ...(own === undefined ? [] : [own]),
      ...exifBlocks(raw).map((at) => bytes.subarray(at)),
    ].flatMap(tellsInExif),
    // XMP that goes on in further blocks.
    ...(raw.match(/\bGPSL(?:at|ong)itude\b|\b\w*SerialNumber\b/g) ?? []),
    ...(iptc === undefined ? [] : tellsInIptc(iptc)),
    ...(xmp === undefined ? [] : tellsInMarkup(xmp.toString('utf8'))),
    ...comments.flatMap(({ keyword, text }) =>
      /raw profile type/i.test(keyword) || place.test(keyword) || serial.test(keyword)
        ? [keyword]
        : tellsInMarkup(text),
    ),
    // Phones hang a film behind a photograph, which has its own place.
    ...(/\bftyp(?:mp4|isom|qt )/.test(raw) ? ['a film'] : []),
  ];
  return [...new Set(tells)];
}

/** The same in markup: XMP, or a drawing. */
export function tellsInMarkup(text: string): string[] {
  const tells = new Set<string>();
  let open = '';
  const note = (name: string, value: string): void => {
    const local = name.slice(name.indexOf(':') + 1);
    if (value.trim() !== '' && (place.test(local) || serial.test(local))) tells.add(local);
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open = name;
        for (const [key, value] of Object.entries(attributes)) note(key, value);
      },
      ontext: (value) => note(open, value),
      onclosetag: () => (open = ''),
    },
    { xmlMode: true },
  );
  parser.write(text);
  parser.end();
  return [...tells];
}

// Also those of pictures inside the picture. In a PNG the block has another start.
function exifBlocks(raw: string): number[] {
  return [...raw.matchAll(/(?:Exif\0\0|eXIf)(?=II\*\0|MM\0\*)/g)].map(
    ({ index, 0: { length } }) => index + length,
  );
}

function tellsInExif(bytes: Buffer): string[] {
  try {
    const { bigEndian: _order, ...groups } = exif(bytes);
    return Object.values(groups).flatMap((tags) =>
      Object.keys(tags ?? {}).filter(
        (tag) => place.test(tag) || serial.test(tag) || tag === 'MakerNote',
      ),
    );
  } catch {
    return ['EXIF that cannot be read'];
  }
}

// Data sets of record 2: city, part of it, province, country.
const iptcPlaces = new Set([90, 92, 95, 100, 101]);

function tellsInIptc(iptc: Buffer): string[] {
  const isPlace = iptc.some(
    (byte, at) => byte === 0x1c && iptc[at + 1] === 2 && iptcPlaces.has(iptc[at + 2] ?? 0),
  );
  return isPlace ? ['IPTC location'] : [];
}
