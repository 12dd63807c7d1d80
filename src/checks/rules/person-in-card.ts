/** No person stands behind a product. */
import type { CorpusFinding, Rule } from '../rule.ts';
import { productTexts } from './product-texts.ts';

const title = /\b(?:Dr|Prof|Professor|Doctor|Coach|Nurse)\.?\s+\p{Lu}\p{L}+/u;

export const personInCard: Rule = {
  id: 'person-in-card',
  demands: 'No person’s name stands in a product’s text.',
  why: 'A professional’s name beside a product is a recommendation, and advertising rules bar it for health claims.',
  fix: 'Take the name out.',
  corpus: ({ corpus }) => {
    const names = [...corpus.entries.people.values()]
      .filter(({ data }) => data.kind === 'person')
      .map(({ data }) => data.name);
    return productTexts(corpus).flatMap(({ file, text, position }): CorpusFinding[] => {
      const name = names.find((candidate) => text.includes(candidate)) ?? title.exec(text)?.[0];
      if (name === undefined) return [];
      return [
        {
          file,
          ...position(),
          message: `"${name}" is a person’s name in a card.`,
          fix: 'Take the name out.',
        },
      ];
    });
  },
};
