/** Examples of what product pages and lists are set from. */
import Comparison from '#components/product/Comparison.astro';
import DoseRuler from '#components/product/DoseRuler.astro';
import LabelSeen from '#components/product/LabelSeen.astro';
import RulerLegend from '#components/product/RulerLegend.astro';
import { comparisonView } from '#views/comparison.ts';
import { productView } from '#views/product.ts';
import { rulerView } from '#views/ruler.ts';
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
    name: 'RulerLegend',
    component: RulerLegend,
    examples: [
      {
        state: 'hatching and a level of risk reduction',
        props: {
          rulers: [
            rulerView({
              unit: 'mg',
              dose: { min: 500, max: 500, text: '500\u00A0mg here' },
              needs: [{ amount: 1500, label: 'adults’ need' }],
              riskReduction: 2300,
              limit: 4000,
              sentence: 'Testium: a serving holds 500 mg.',
            }),
          ],
        },
      },
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
