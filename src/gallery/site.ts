/** Examples of what stands on many pages. */
import Disclosure from '#components/site/Disclosure.astro';
import NotAdvice from '#components/site/NotAdvice.astro';
import Certainty from '#components/ui/Certainty.astro';
import { certaintyOrder } from '#domain/certainty.ts';
import { disclosureOf } from '#views/article.ts';
import type { Shown } from './example.ts';
import { sampleLibrary } from './sample-library.ts';

export const siteParts: Shown[] = [
  {
    name: 'Certainty',
    component: Certainty,
    examples: certaintyOrder.map((certainty) => ({ state: certainty, props: { certainty } })),
  },
  {
    name: 'Disclosure',
    component: Disclosure,
    examples: [
      { state: 'typical', props: { disclosure: disclosureOf(['typical'], sampleLibrary) } },
    ],
  },
  { name: 'NotAdvice', component: NotAdvice, examples: [{ state: 'always the same', props: {} }] },
];
