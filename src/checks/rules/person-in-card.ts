/** No person stands behind a product. */
import { productPassages } from '../passages.ts';
import type { Rule } from '../rule.ts';

const name = String.raw`\p{Lu}\p{L}+(?:[ -]\p{Lu}\.?\p{L}*)*`;
const titled = new RegExp(
  String.raw`\b(?:Dr|Prof|Professor|Doctor|Coach|Nurse)\b\.?\s+${name}|\b\p{Lu}\p{L}+ ${name},? (?:MD|M\.D\.|DO|RD|RDN|PhD|Ph\.D\.|CSSD)(?!\p{L})|\b(?:recommended|approved|used|endorsed|chosen) by \p{Lu}\p{L}+ ${name}`,
  'u',
);

export const personInCard: Rule = {
  id: 'person-in-card',
  demands: 'No person’s name stands in a product’s text.',
  why: 'A professional’s name beside a product is a recommendation, and advertising rules bar it for health claims.',
  fix: 'Take the name out.',
  corpus: ({ corpus }) => {
    const people = [...corpus.entries.people.values()]
      .filter(({ data }) => data.kind === 'person')
      .map(({ data }) => data.name);
    return productPassages(corpus).flatMap(({ file, passages }) =>
      passages.flatMap(({ text, position }) => {
        const found = people.find((person) => text.includes(person)) ?? titled.exec(text)?.[0];
        return found === undefined
          ? []
          : [{ file, ...position(0), message: `"${found}" is a person’s name in a card.` }];
      }),
    );
  },
};
