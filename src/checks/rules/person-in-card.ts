/** No person stands behind a product. */
import { productPassages } from '../passages.ts';
import type { Rule } from '../rule.ts';

const name = String.raw`\p{Lu}\p{L}+(?:[ -]\p{Lu}\.?\p{L}*)*`;
// Names that certify and approve, and are nobody's.
const body =
  '(?!(?:\\p{Lu}\\p{L}+ )?(?:Sport|Labs?|Canada|Health|Council|Association|University|Institute|Made|Research|Foods?|Society|College|Agency|Board|Team|Academy|Foundation|Britain|States|Kingdom|Zealand)\\b)';
const title =
  '(?:[Dd]r|[Pp]rof|[Pp]rofessor|[Dd]octor|[Cc]oach|[Nn]urse|[Dd]ietitian|[Nn]utritionist|[Pp]hysician|[Oo]lympian)';
const titled = new RegExp(
  String.raw`\b${title}\b\.?\s+${name}|\b\p{Lu}\p{L}+ ${name},? (?:MD|M\.D\.|DO|RD|RDN|PhD|Ph\.D\.|CSSD)(?!\p{L})|\b(?:[Rr]ecommended|[Aa]pproved|[Uu]sed|[Ee]ndorsed|[Cc]hosen|[Ff]ormulated) by ${body}\p{Lu}\p{L}+ ${name}|\b${body}\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ (?:runs on|swears|uses|takes|recommends|trusts|drinks|says|loves)\b`,
  'u',
);

export const personInCard: Rule = {
  id: 'person-in-card',
  demands: 'No person’s name stands in a product’s text.',
  why: 'A professional’s name beside a product is a recommendation, and advertising rules bar it for health claims.',
  fix: 'Take the name out.',
  evidence: ({ corpus }) => {
    const people = [...corpus.entries.people.values()]
      .filter(({ data }) => data.kind === 'person')
      .map(({ data }) => data.name);
    return productPassages(corpus).flatMap(({ file, list }) =>
      list.flatMap(({ text, position }) => {
        const found = people.find((person) => text.includes(person)) ?? titled.exec(text)?.[0];
        if (found === undefined) return [];
        const place = position(text.indexOf(found));
        return [{ file, ...place, message: `"${found}" is a person’s name in a card.` }];
      }),
    );
  },
};
