/** Examples of what stands on many pages. */
import { routes } from '../routes.ts';
import Disclosure from '#components/site/Disclosure.astro';
import NotAdvice from '#components/site/NotAdvice.astro';
import ToolExample from '#components/site/ToolExample.astro';
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
  {
    name: 'ToolExample',
    component: ToolExample,
    examples: [
      {
        state: 'with a result',
        props: {
          title: 'A tool',
          text: 'What it is for.',
          href: routes.tools(),
          example: {
            who: 'a sample of nobody',
            rows: [
              { name: 'Testium', text: '20\u00A0mg', note: undefined },
              { name: 'Verdict', text: '1 clash', note: 'Take them apart.' },
            ],
          },
        },
      },
      {
        state: 'without one',
        props: {
          title: 'A tool',
          text: 'What it is for.',
          href: routes.tools(),
          example: undefined,
        },
      },
    ],
  },
];
