/** The sentences of product files, for the rules that look at words. */
import type { Corpus } from '../../corpus/read.ts';
import type { Position } from '../../problem.ts';

/** One text of a product, with its place. */
export interface ProductText {
  file: string;
  text: string;
  position: () => Position;
}

/** What our own words say of products: for whom, drawbacks, warnings, reasons. */
export function productTexts(corpus: Corpus): ProductText[] {
  return [...corpus.entries.products.values()].flatMap((entry) => {
    const { data, file } = entry;
    const at = (text: string | undefined, path: PropertyKey[]): ProductText[] =>
      text === undefined ? [] : [{ file, text, position: () => entry.locate(path) }];
    return [
      ...at(data.name, ['name']),
      ...at(data.fits, ['fits']),
      ...at(data.skipIf, ['skipIf']),
      ...(data.status === 'listed' ? [] : at(data.reason, ['reason'])),
      ...data.drawbacks.flatMap((text, index) => at(text, ['drawbacks', index])),
      ...data.warnings.flatMap(({ text }, index) => at(text, ['warnings', index, 'text'])),
    ];
  });
}
