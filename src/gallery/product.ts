/** Examples of what product pages and lists are set from. */
import Comparison from '#components/product/Comparison.astro';
import DoseRuler from '#components/product/DoseRuler.astro';
import LabelSeen from '#components/product/LabelSeen.astro';
import { comparisonView } from '#views/comparison.ts';
import { productView } from '#views/product.ts';
import type { Shown } from './example.ts';
import { sampleLibrary } from './sample-library.ts';

const products = [...sampleLibrary.products.values()].map((product) =>
  productView(product, sampleLibrary),
);
const ruler = (id: string, nutrientId: string) => {
  const product = products.find((candidate) => candidate.id === id);
  return { ruler: product?.doses.find((dose) => dose.nutrientId === nutrientId)?.ruler };
};

export const productParts: Shown[] = [
  {
    name: 'DoseRuler',
    component: DoseRuler,
    examples: [
      { state: 'under the limit', props: ruler('typical', 'limited') },
      { state: 'at the limit', props: ruler('at-the-limit', 'tested') },
      { state: 'over the limit', props: ruler('refused', 'limited') },
      { state: 'a range, no limit', props: ruler('long', 'free') },
      { state: 'close to nothing', props: ruler('long', 'tested') },
    ],
  },
  {
    name: 'LabelSeen',
    component: LabelSeen,
    examples: [
      {
        state: 'at a maker that sells',
        props: { label: products.find(({ id }) => id === 'typical')?.labelSeen },
      },
    ],
  },
  {
    name: 'Comparison',
    component: Comparison,
    examples: [
      {
        state: 'every kind of row',
        props: { comparison: comparisonView([...sampleLibrary.products.values()], sampleLibrary) },
      },
    ],
  },
];
