/** Examples of Callout. */
import { conflicting } from './citations.ts';
import type { AuthorsExample } from './example.ts';

export const callout: AuthorsExample<'Callout'>[] = [
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
];
