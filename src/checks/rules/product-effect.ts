/** What a product is said to be says nothing of what its nutrients do for the body. */
import { disease } from '../language/diseases.ts';
import { drawsProducts } from '../../schemas/figure.ts';
import {
  benefitVerb,
  complaint,
  verbMatches,
  gain,
  isDenied,
  isQuoted,
} from '../language/wording.ts';
import { productPassages } from '../passages.ts';
import type { Placement } from '../placements.ts';
import type { CorpusDiagnostic, DocumentContext, Rule, RuleDiagnostic } from '../rule.ts';
import { isDiseaseClaim } from './disease-claim.ts';

// What a seller would have a nutrient act on, beside complaints and what is good to have more of.
const body =
  '(?:(?:red |white )?(?:blood )?cells?|blood(?! tests?\\b)|hemoglobin|ferritin|(?:iron |body |your )?stores|oxygen|muscles?|muscular|bones?|teeth|nerves?|nervous system|brains?|heart|thyroid|hormones?|metabolism|skin|hair|nails|joints?|tendons?|collagen|health|wellness|wellbeing|defen[cs]es|hydration|adaptation)';
const target = `(?:${gain}|${complaint}|${body})`;
const near = String.raw`\s+(?:(?!(?:and|or|but|if|when|who|whose|that)\b)[\w-]+\s+){0,3}?`;
const acts = new RegExp(
  [
    String.raw`\b(?:supports?|maintains?|builds?|rebuilds?|keeps?|helps?|aids?|assists?|feeds?|nourish(?:es)?|contributes? to|restores?|replenish(?:es)?|refills?|tops? up|fills? up|rais(?:es?|ed)|lifts?|increases?|lowers?|lowered|cuts?|calms?|relaxes|repairs?|protects?|normali[sz]es|regulates|balances|promotes?|powers?|fuels?|works? (?:for|on|against)|acts? (?:on|against))\b${near}${target}\b`,
    String.raw`\b(?:good|great|best|ideal|needed|necessary|important|essential|vital|useful|effective|recommended|proven)\s+(?:for|against|in)\b${near}${target}\b`,
    String.raw`\bfor (?:stronger|better|faster|healthier|healthy|less|more|fewer|deeper|greater|higher|lower|normal|optimal|peak)${near}${target}\b`,
    String.raw`\bgives? (?:you|a runner|runners|athletes|it)\b${near}${target}\b`,
  ].join('|'),
  'gi',
);
const named = new RegExp(String.raw`\b(?:${complaint}|${gain}|${disease})\b`, 'gi');

// For whom it is, what kind it is, and what it is bought for: here a complaint or a disease is a use.
const uses: ReadonlySet<unknown> = new Set(['fits', 'category', 'name']);

export const productEffect: Rule = {
  id: 'product-effect',
  demands:
    'A product’s file says nothing of what it or its nutrients do for the body, outside a denial; for whom it fits, and the heading under which it is compared, name no complaint, disease or gain. Nor does a figure of products, which stands beside them: its lines are of no claim that tested an effect. In a text, a product with a link stands under a heading of its own, apart from a claim that found a benefit.',
  why: 'Beside a link that pays, an effect of a nutrient is read as the product’s, and US, UK and EU rules on advertising ask for an authorized claim or evidence for that very product.',
  fix: 'Say what it holds and for whom a doctor may mean it; the evidence stands in articles and on the nutrient’s page.',
  corpus: ({ corpus }) =>
    [...corpus.entries.figures.values()]
      .filter(({ data }) => drawsProducts(data))
      .flatMap(({ file, data, locate }) =>
        data.marks.flatMap(({ from }, index): CorpusDiagnostic[] => {
          const claim = 'claim' in from ? corpus.entries.claims.get(from.claim) : undefined;
          if (claim === undefined || claim.data.finding === 'descriptive') return [];
          return [
            {
              file,
              ...locate(['marks', index, 'from']),
              message: `"${claim.id}" tested an effect, and a figure of products stands beside their links.`,
              fix: 'Name a value of a claim that tests none, or leave the mark out.',
            },
          ];
        }),
      ),
  evidence: ({ corpus }) =>
    productPassages(corpus).flatMap(({ file, fields }) =>
      fields
        // What is said of a disease is told as such.
        .filter((passage) => passage.kind === 'ours' && !isDiseaseClaim(passage))
        .flatMap(({ text, path, position }) => {
          const said = (
            match: RegExpMatchArray,
            what: string,
          ): RuleDiagnostic & { file: string } => ({
            file,
            ...position(match.index ?? 0),
            message: `"${match[0]}" says ${what}.`,
          });
          const effect = [...verbMatches(text, benefitVerb), ...text.matchAll(acts)].find((match) =>
            isSaid(text, match),
          );
          if (effect !== undefined) return [said(effect, 'what it does for the body')];
          const use = uses.has(path[0])
            ? [...text.matchAll(named)].find((match) => isSaid(text, match))
            : undefined;
          return use === undefined ? [] : [said(use, 'what it is for')];
        }),
    ),
  document: (context) =>
    context.placements.flatMap((placement): RuleDiagnostic[] => {
      const linked = placement.products.find(({ data }) => data.status === 'listed');
      const claim = linked && benefitAbove(placement, context);
      return claim === undefined
        ? []
        : [
            {
              ...placement.component.position,
              severity: 'warning',
              message: `"${linked?.id}" has a link and stands in one section with "${claim}", which found a benefit.`,
              fix: 'Put a heading of its own above the product, and the evidence before it.',
            },
          ];
    }),
};

// "Proven" alone says of what it is proven nothing.
function isSaid(text: string, { 0: words, index = 0 }: RegExpMatchArray): boolean {
  return !/^prove[sdn]?$/i.test(words) && !isDenied(text, index) && !isQuoted(text, index);
}

// The first claim of the section above a product that found that something helps.
function benefitAbove(
  { before, component }: Placement,
  context: DocumentContext,
): string | undefined {
  const { headings } = context.compiled.document;
  const start = headings.findLast(({ position }) => position.line < component.position.line);
  const { claims } = context.corpus.entries;
  return before
    .filter(({ where }) => where === 'body')
    .flatMap(({ citations }) => citations)
    .filter(({ position }) => position.line > (start?.position.line ?? 0))
    .flatMap(({ ids }) => ids)
    .find((id) => claims.get(id)?.data.finding === 'helps');
}
