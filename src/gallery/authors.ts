/** Examples of the components that authors may use; one without an example does not compile. */
import { conflicting } from './citations.ts';
import type { AuthorsExamples } from './example.ts';
import { sampleLibrary } from './sample-library.ts';

export const authors: AuthorsExamples = {
  Callout: [
    {
      state: 'note',
      props: { kind: 'note', title: 'A note' },
      children: ['<p>Something beside the text.</p>'],
    },
    {
      state: 'warning',
      props: { kind: 'warning', title: 'A warning' },
      children: ['<p>Something that a reader must not miss.</p>'],
    },
    {
      state: 'stop, long, with a weak claim',
      props: { kind: 'stop', title: 'Do not take Testium because you are tired' },
      children: [
        '<p>Tiredness has many causes. A blood test says which, and whoever takes it untested may do harm to a body that has enough.',
        conflicting,
        '</p><ul><li>Ask for the test.</li><li>Take the result to a doctor.</li></ul>',
      ],
    },
    {
      state: 'urgent, with a weak claim',
      props: { kind: 'urgent', title: 'A bottle of Testium swallowed: call emergency services' },
      children: [
        '<p>It cannot wait, whatever one feels. Say what was taken and when.',
        conflicting,
        '</p>',
      ],
    },
  ],
  Dose: [
    { state: 'typical', props: { product: 'typical', nutrient: 'limited' } },
    {
      state: 'long: a range, not known whether elemental',
      props: { product: 'long', nutrient: 'free' },
    },
  ],
  EvidenceTable: [{ state: 'every certainty', props: { topic: 'sample' } }],
  Figure: [...sampleLibrary.figures.keys()].map((id) => ({
    state: id.replaceAll('-', ' '),
    props: { id },
  })),
  FoodSources: [
    { state: 'typical', props: { nutrient: 'tested', limit: 10 } },
    { state: 'at the least: a link to the rest', props: { nutrient: 'tested', limit: 3 } },
  ],
  IntakeTable: [
    { state: 'with an upper limit', props: { nutrient: 'limited' } },
    { state: 'none established', props: { nutrient: 'free' } },
  ],
  NoCard: [{ state: 'typical', props: { nutrient: 'limited', reason: 'food covers it.' } }],
  Picture: [
    { state: 'with a caption', props: { id: 'sample-wide' } },
    { state: 'small, drawn by AI', props: { id: 'sample-small' } },
    { state: 'a drawing that is ornament', props: { id: 'sample-drawing' } },
  ],
  ProductCard: [
    { state: 'typical', props: { id: 'typical' } },
    { state: 'at the limit, test first', props: { id: 'at-the-limit' } },
    { state: 'long', props: { id: 'long' } },
    { state: 'empty: no amount known', props: { id: 'empty' } },
    { state: 'refused, over the limit', props: { id: 'refused' } },
    { state: 'discontinued', props: { id: 'discontinued' } },
  ],
  ProductTable: [
    { state: 'two products', props: { ids: ['typical', 'at-the-limit'] } },
    { state: 'long, refused and without amounts', props: { ids: ['long', 'refused', 'empty'] } },
  ],
  Quote: [
    {
      state: 'typical',
      props: { source: 'sample-review' },
      children: ['<p>Nobody measured what was swallowed, and so nobody knows.</p>'],
    },
    {
      state: 'long, of a work without an author',
      props: { source: 'sample-table' },
      children: [
        '<p>The values in this table are of healthy people who ate what they always ate, and they were taken in one country within one year.</p>',
        '<p>Whoever runs far every day was not among them.</p>',
      ],
    },
  ],
  Term: [{ state: 'in a sentence', props: { id: 'sample-term' }, children: ['a sample'] }],
};
