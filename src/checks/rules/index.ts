/** All rules, in the order in which their documentation lists them. */
import type { Severity } from '../../problem.ts';
import type { Rule } from '../rule.ts';
import { severityOf } from '../severity.ts';
import { aliasCollision } from './alias-collision.ts';
import { careCard } from './care-card.ts';
import { cardBeforeEvidence } from './card-before-evidence.ts';
import { cardDensity } from './card-density.ts';
import { causalWording } from './causal-wording.ts';
import { certaintyCap } from './certainty-cap.ts';
import { cliche } from './cliche.ts';
import { comparison } from './comparison.ts';
import { dateOrder } from './date-order.ts';
import { directAnswer } from './direct-answer.ts';
import { diseaseClaim } from './disease-claim.ts';
import { doseWithoutWarning } from './dose-without-warning.ts';
import { exception } from './exception.ts';
import { exceptionEnded } from './exception-ended.ts';
import { figureTitle } from './figure-title.ts';
import { figureValues } from './figure-values.ts';
import { foodFirst } from './food-first.ts';
import { formulaRule } from './formula.ts';
import { framePageRule } from './frame-page.ts';
import { headings } from './headings.ts';
import { implausible } from './implausible.ts';
import { imageText } from './image-text.ts';
import { intakeIsNoDeficiency } from './intake-is-no-deficiency.ts';
import { internalLink } from './internal-link.ts';
import { keyClaim } from './key-claim.ts';
import { knownAmount } from './known-amount.ts';
import { linkReport } from './link-report.ts';
import { linkText } from './link-text.ts';
import { literalMarkup } from './literal-markup.ts';
import { lostAddress } from './lost-address.ts';
import { merchantHost } from './merchant-host.ts';
import { missingLetter } from './missing-letter.ts';
import { mixedScript } from './mixed-script.ts';
import { merchantLink } from './merchant-link.ts';
import { namedPopulation } from './named-population.ts';
import { numberDensity } from './number-density.ts';
import { oldLookUp } from './old-look-up.ts';
import { offerAddress } from './offer-address.ts';
import { oldProductFacts } from './old-product-facts.ts';
import { overdrinking } from './overdrinking.ts';
import { overstated } from './overstated.ts';
import { pictureFile } from './picture-file.ts';
import { pictureMetadata } from './picture-metadata.ts';
import { pictureWeight } from './picture-weight.ts';
import { personInCard } from './person-in-card.ts';
import { placeholder } from './placeholder.ts';
import { priceTalk } from './price-talk.ts';
import { productEffect } from './product-effect.ts';
import { productStatus } from './product-status.ts';
import { quotationRule } from './quotation.ts';
import { readingLevel } from './reading-level.ts';
import { referralLink } from './referral-link.ts';
import { reviewOverdue } from './review-overdue.ts';
import { reviewSoon } from './review-soon.ts';
import { reviewer } from './reviewer.ts';
import { safeDrawing } from './safe-drawing.ts';
import { sellerPhrases } from './seller-phrases.ts';
import { sentenceLength } from './sentence-length.ts';
import { shapeRules } from './shape.ts';
import { standaloneQuestion } from './standalone-question.ts';
import { takeawayFirst } from './takeaway-first.ts';
import { takeawayLength } from './takeaway-length.ts';
import { testFirst } from './test-first.ts';
import { twin } from './twin.ts';
import { typedValue } from './typed-value.ts';
import { uncitedAmount } from './uncited-amount.ts';
import { uncitedBenefit } from './uncited-benefit.ts';
import { uncitedTakeaway } from './uncited-takeaway.ts';
import { unknownReference } from './unknown-reference.ts';
import { unsafeLink } from './unsafe-link.ts';
import { unused } from './unused.ts';
import { urgency } from './urgency.ts';
import { weakHost } from './weak-host.ts';
import { weakSupport } from './weak-support.ts';

interface RuleGroup {
  name: string;
  rules: readonly Rule[];
  /** Set where an exception may silence errors too, and not only what warns. */
  mayBeSilenced?: true;
}

/** Groups as the documentation shows them. */
export const ruleGroups: readonly RuleGroup[] = [
  {
    name: 'Shape',
    rules: [
      ...shapeRules,
      mixedScript,
      missingLetter,
      literalMarkup,
      headings,
      unsafeLink,
      formulaRule,
      dateOrder,
      exception,
      exceptionEnded,
    ],
  },
  {
    name: 'References',
    rules: [
      unknownReference,
      internalLink,
      framePageRule,
      placeholder,
      aliasCollision,
      lostAddress,
      knownAmount,
      twin,
      unused,
    ],
  },
  {
    name: 'Evidence',
    rules: [
      uncitedAmount,
      uncitedBenefit,
      uncitedTakeaway,
      quotationRule,
      overstated,
      causalWording,
      namedPopulation,
      intakeIsNoDeficiency,
      keyClaim,
      weakSupport,
      weakHost,
      certaintyCap,
      comparison,
      typedValue,
      figureValues,
      figureTitle,
      implausible,
    ],
  },
  {
    name: 'Health',
    rules: [
      diseaseClaim,
      doseWithoutWarning,
      testFirst,
      careCard,
      overdrinking,
      foodFirst,
      personInCard,
      reviewer,
    ],
  },
  {
    name: 'Affiliate',
    rules: [
      merchantLink,
      merchantHost,
      referralLink,
      offerAddress,
      productStatus,
      productEffect,
      cardBeforeEvidence,
      cardDensity,
      priceTalk,
      sellerPhrases,
      urgency,
    ],
  },
  { name: 'Pictures', rules: [pictureFile, pictureMetadata, safeDrawing, pictureWeight] },
  {
    name: 'Freshness',
    mayBeSilenced: true,
    rules: [reviewOverdue, reviewSoon, oldProductFacts, oldLookUp, linkReport],
  },
  {
    name: 'Writing',
    mayBeSilenced: true,
    rules: [
      takeawayFirst,
      takeawayLength,
      standaloneQuestion,
      directAnswer,
      sentenceLength,
      numberDensity,
      readingLevel,
      cliche,
      linkText,
      imageText,
    ],
  },
];

export const rules: readonly Rule[] = ruleGroups.flatMap((group) => group.rules);

const silenceable: ReadonlySet<string> = new Set(
  ruleGroups
    .filter((group) => group.mayBeSilenced)
    .flatMap((group) => group.rules.map(({ id }) => id)),
);

/** Whether an exception may silence a diagnostic: a warning of any rule, an error of few. */
export function isSilenceable(rule: string, severity: Severity = severityOf(rule)): boolean {
  return severity === 'warning' || silenceable.has(rule);
}
