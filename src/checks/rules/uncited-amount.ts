/** Every figure has its source beside it. */
import { locate } from '../../document/prose.ts';
import { statements } from '../evidence.ts';
import { findAmounts } from '../language/amounts.ts';
import type { Rule, RuleFinding } from '../rule.ts';

export const uncitedAmount: Rule = {
  id: 'uncited-amount',
  demands:
    'An amount, dose, share or per cent has a citation in its sentence, just behind it, or in its table row.',
  why: 'A figure without a source cannot be checked, and most errors of health articles are figures that nobody checked.',
  fix: 'Cite where it comes from: [@id]; print a product’s amount with <Dose>; or take the figure out.',
  document: (context) => [
    ...statements(context).flatMap((sentence) => {
      const [amount] = sentence.citations.length > 0 ? [] : findAmounts(sentence.text);
      if (amount === undefined) return [];
      return {
        ...locate(sentence.block, sentence.start + amount.start),
        message: `"${amount.text}" has no citation in its sentence.`,
      };
    }),
    ...context.compiled.document.components.flatMap(({ name, props, position }): RuleFinding[] => {
      const text = name === 'Callout' ? props.title : name === 'NoCard' ? props.reason : '';
      const [amount] = findAmounts(text);
      if (amount === undefined) return [];
      return [
        {
          ...position,
          message: `"${amount.text}" stands in a prop of <${name}>, where no citation can.`,
          fix: 'Move the figure into the text, with its citation.',
        },
      ];
    }),
  ],
};
