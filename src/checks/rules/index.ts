/** All rules, in the order in which their documentation lists them. */
import type { Rule } from '../rule.ts';
import { aliasCollision } from './aliases.ts';
import { cardBeforeEvidence } from './card-before-evidence.ts';
import { cardDensity } from './card-density.ts';
import { causalWording } from './causal.ts';
import { diseaseClaim } from './disease-claim.ts';
import { doseWithoutWarning } from './dose-without-warning.ts';
import { exceptionRule } from './exceptions.ts';
import { foodFirst } from './food-first.ts';
import { cliches, priceTalk, sellerPhrases } from './forbidden-words.ts';
import { dateOrder, oldProductFacts, reviewOverdue, reviewSoon } from './freshness.ts';
import { headings } from './headings.ts';
import { intakeIsNoDeficiency } from './intake-is-no-deficiency.ts';
import { knownAmount } from './known-amount.ts';
import { imageText, internalLink, linkText, merchantLink, unsafeLink } from './links.ts';
import { offerAddress } from './offer-address.ts';
import { overdrinking } from './overdrinking.ts';
import { overstated } from './overstated.ts';
import { personInCard } from './person-in-card.ts';
import { namedPopulation } from './population.ts';
import { shapeRules } from './shape.ts';
import { testFirst } from './test-first.ts';
import { uncitedAmount } from './uncited-amount.ts';
import { uncitedTakeaway } from './uncited-takeaway.ts';
import { unknownReference } from './unknown-reference.ts';
import { unused } from './unused.ts';
import { weakSupport } from './weak-support.ts';
import { directAnswer, readingLevel, sentenceLength, takeawayLength } from './writing.ts';

/** Groups as the documentation shows them. */
export const ruleGroups: readonly { name: string; rules: readonly Rule[] }[] = [
  {
    name: 'Shape',
    rules: [...shapeRules, headings, unsafeLink, exceptionRule(() => rules.map(({ id }) => id))],
  },
  {
    name: 'References',
    rules: [unknownReference, internalLink, aliasCollision, knownAmount, unused],
  },
  {
    name: 'Evidence',
    rules: [
      uncitedAmount,
      uncitedTakeaway,
      overstated,
      causalWording,
      namedPopulation,
      intakeIsNoDeficiency,
      weakSupport,
    ],
  },
  {
    name: 'Health',
    rules: [diseaseClaim, doseWithoutWarning, testFirst, overdrinking, foodFirst, personInCard],
  },
  {
    name: 'Affiliate',
    rules: [merchantLink, offerAddress, cardBeforeEvidence, cardDensity, priceTalk, sellerPhrases],
  },
  { name: 'Freshness', rules: [reviewOverdue, reviewSoon, dateOrder, oldProductFacts] },
  {
    name: 'Writing',
    rules: [
      takeawayLength,
      directAnswer,
      sentenceLength,
      readingLevel,
      cliches,
      linkText,
      imageText,
    ],
  },
];

export const rules: readonly Rule[] = ruleGroups.flatMap((group) => group.rules);
