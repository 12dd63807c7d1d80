/** Examples of what an article is set from: facts, citations, notes, references, questions, cards. */
import ArticleCard from '#components/article/ArticleCard.astro';
import ArticleFacts from '#components/article/ArticleFacts.astro';
import Citation from '#components/article/Citation.astro';
import Notes from '#components/article/Notes.astro';
import References from '#components/article/References.astro';
import Faq from '#components/faq/Faq.astro';
import { articleCardView, articleFacts } from '#views/article.ts';
import { termView } from '#views/term.ts';
import { anchors } from '../anchors.ts';
import { conflicting, sampleSources, sourceAlone, twoClaims } from './citations.ts';
import type { Shown } from './example.ts';
import { sampleLibrary } from './sample-library.ts';

const [record] = sampleLibrary.articles.values();
if (record === undefined) throw new Error('The sample library has no article.');
const marks = [twoClaims, sourceAlone, conflicting].map((citation) => sampleSources.cite(citation));
const sampleTerms = [...sampleLibrary.glossary.keys()].map((id) => ({
  anchor: anchors.term(id),
  term: termView(id, sampleLibrary),
}));
const facts = (changed: Partial<typeof record.data>) => ({
  facts: articleFacts({ ...record.data, ...changed }, sampleLibrary),
});

export const articleParts: Shown[] = [
  {
    name: 'ArticleFacts',
    component: ArticleFacts,
    examples: [
      { state: 'typical', props: facts({}) },
      {
        state: 'empty: no claim, no product',
        props: facts({ citations: [], products: [], words: 120 }),
      },
      {
        state: 'long: every certainty, updated, reviewed',
        props: facts({
          citations: [...sampleLibrary.claims.keys()],
          updated: '2026-01-20',
          reviewed: { on: '2026-01-20', by: 'sample' },
          aiUse: 'assisted',
        }),
      },
    ],
  },
  {
    name: 'Citation',
    component: Citation,
    inside: 'prose',
    examples: [
      { state: 'two claims', props: { citations: marks[0] } },
      { state: 'a source alone', props: { citations: marks[1] } },
      { state: 'conflicting', props: { citations: marks[2] } },
    ],
  },
  {
    name: 'Notes',
    component: Notes,
    examples: [{ state: 'closed', props: { notes: sampleSources.notes(), terms: sampleTerms } }],
  },
  {
    name: 'References',
    component: References,
    examples: [
      { state: 'typical, long, retracted', props: { references: sampleSources.references() } },
    ],
  },
  {
    name: 'Faq',
    component: Faq,
    inside: 'prose',
    examples: [
      {
        state: 'two questions',
        props: {
          faq: [
            {
              id: 'sample-short',
              aliases: [],
              question: 'Is this short?',
              answer: ['<p>Yes.</p>'],
            },
            {
              id: 'sample-long',
              aliases: ['sample-old'],
              question:
                'Is this a question that is much longer than a question on a phone should ever be?',
              answer: [
                '<p>Yes, and its answer has two paragraphs.</p>',
                '<p>This is the second.</p>',
              ],
            },
          ],
        },
      },
    ],
  },
  {
    name: 'ArticleCard',
    component: ArticleCard,
    inside: 'cards',
    examples: [{ state: 'with ads', props: { article: articleCardView(record, sampleLibrary) } }],
  },
];
