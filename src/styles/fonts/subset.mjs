/** Makes the two faces anew from the whole ones; README.md beside this file says from which, and how to run it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import subset from 'subset-font';

const ascii = String.fromCodePoint(...Array.from({ length: 95 }, (_, at) => 0x20 + at));
const both =
  // no-break and thin space
  `${ascii}\u00a0\u2009` +
  '§©«°±²³µ·»¼½ÄÅÉÖ×ÜßàáäåçèéêíñóöøúüýćČčęğŁłńňőŘřŚśşŠšťůűźŻżŽžΔμ' +
  '–—‘’“”•…′″−≤≥≈€£';
// Libre Franklin has no arrow, no Greek letter but Δ and μ, and no tick.
const textAlone = 'αβγδ↑↓→←✓\u202f';

const faces = [
  { file: 'libre-franklin.woff2', letters: both, axes: { wght: { min: 500, max: 850 } } },
  { file: 'source-serif.woff2', letters: both + textAlone, axes: undefined },
];

for (const [at, { file, letters, axes }] of faces.entries()) {
  const whole = readFileSync(process.argv[at + 2] ?? '');
  const woff2 = await subset(whole, letters, {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: 'ccmp dnom frac kern liga locl mark mkmk numr pnum tnum'.split(' '),
    ...(axes === undefined ? {} : { variationAxes: axes }),
  });
  writeFileSync(path.join(import.meta.dirname, file), woff2);
  console.log(`${file}: ${woff2.length} bytes`);
}
