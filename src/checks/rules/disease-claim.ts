/** Nothing here treats, cures, prevents or heals a disease. */
import { locate } from '../../document/prose.ts';
import { isQuestion } from '../language/sentences.ts';
import { isDenied, isQuoted } from '../language/wording.ts';
import type { CorpusFinding, Rule } from '../rule.ts';
import { productTexts } from './product-texts.ts';
import { statements } from './cited-claims.ts';

const verb = String.raw`(?:treat(?:s|ed|ing|ment)?|cure[sd]?|curing|prevent(?:s|ed|ing|ion)?|heal(?:s|ed|ing)?)`;
const disease = String.raw`(?:an(?:a)?emia|osteoporosis|cancer|diabetes|arthritis|depression|asthma|hypertension|heart disease|heart attacks?|high blood pressure|strokes?|infections?|flu|influenza|pneumonia|the common cold|insomnia|neuropathy|kidney disease|rickets|scurvy|migraines?|alzheimer\S*|dementia|hyponatremia|thyroid disease|celiac disease|covid\S*)`;
const pattern = new RegExp(String.raw`\b${verb}\b[^.;:?!]{0,60}?\b${disease}\b`, 'giu');

export const diseaseClaim: Rule = {
  id: 'disease-claim',
  demands:
    'Treats, cures, prevents or heals never stands with the name of a disease, outside a denial or a quotation.',
  why: 'Under US law such a sentence beside a product makes a supplement an unapproved drug; and it is a doctor’s to say.',
  fix: 'Say what was measured, or leave it to a doctor.',
  document: (context) =>
    statements(context).flatMap((sentence) => {
      if (isQuestion(sentence)) return [];
      return [...sentence.text.matchAll(pattern)]
        .filter(({ index }) => !isDenied(sentence.text, index) && !isQuoted(sentence.text, index))
        .map((match) => ({
          ...locate(sentence.block, sentence.start + match.index),
          message: `"${match[0]}" is a claim about a disease.`,
          fix: 'Say what was measured, or leave it to a doctor.',
        }));
    }),
  corpus: ({ corpus }) =>
    productTexts(corpus).flatMap(({ file, text, position }): CorpusFinding[] => {
      const match = pattern.exec(text);
      pattern.lastIndex = 0;
      if (match === null || isDenied(text, match.index)) return [];
      return [
        {
          file,
          ...position(),
          message: `"${match[0]}" is a claim about a disease.`,
          fix: 'Say what the product holds, not what it cures.',
        },
      ];
    }),
};
