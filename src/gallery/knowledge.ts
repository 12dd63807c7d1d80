/** Examples of what nutrient pages and the evidence page are set from. */
import ClaimList from '#components/evidence/ClaimList.astro';
import Matrix from '#components/evidence/Matrix.astro';
import FoldedPart from '#components/nutrient/FoldedPart.astro';
import NutrientFacts from '#components/nutrient/NutrientFacts.astro';
import Statements from '#components/nutrient/Statements.astro';
import { compileDocument } from '#document/compile.ts';
import { need } from '#library/records.ts';
import { evidenceView } from '#views/evidence.ts';
import { nutrientPageView } from '#views/nutrient-page.ts';
import type { Shown } from './example.ts';
import { sampleLibrary } from './sample-library.ts';

const { document } = compileDocument({ text: '', takeaways: [], questions: [], answers: [] });
const { data } = need(sampleLibrary.nutrients, 'tested', 'nutrient');
const nutrient = nutrientPageView('tested', { data, document }, sampleLibrary);

export const knowledgeParts: Shown[] = [
  {
    name: 'NutrientFacts',
    component: NutrientFacts,
    examples: [{ state: 'typical', props: { name: nutrient.name, facts: nutrient.facts } }],
  },
  {
    name: 'FoldedPart',
    component: FoldedPart,
    inside: 'prose',
    examples: [{ state: 'with a count', props: { part: nutrient.parts['what-it-does'] } }],
  },
  {
    name: 'ClaimList',
    component: ClaimList,
    examples: [
      {
        state: 'typical',
        props: { claims: nutrient.evidence?.groups.flatMap(({ claims }) => claims) ?? [] },
      },
    ],
  },
  {
    name: 'Statements',
    component: Statements,
    inside: 'prose',
    examples: [
      {
        state: 'without a source',
        props: { statements: [{ parts: ['A sample of what everybody knows.'], unverified: true }] },
      },
    ],
  },
  {
    name: 'Matrix',
    component: Matrix,
    examples: [{ state: 'one row', props: { matrix: evidenceView(sampleLibrary).matrix } }],
  },
];
