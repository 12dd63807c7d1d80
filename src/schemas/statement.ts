/** Statements of an entry, with the sources that carry them. */
import { z } from 'zod';
import { evidence, prose } from './fields.ts';

/** A sentence and the sources that carry it; `unverified` where no source was retrieved. */
export const statementSchema = z.strictObject({
  text: prose().describe('One statement, without citations.'),
  sources: z.array(evidence()).describe('Ids of the sources that carry it.'),
  unverified: z
    .literal(true)
    .optional()
    .describe('General knowledge without a retrieved source: shown as such, or left out.'),
  inProse: z
    .literal(true)
    .optional()
    .describe('Set where the prose of the file says it: the page does not say it twice.'),
});

/** A list of short facts that share their sources. */
export const statementListSchema = z.strictObject({
  items: z.array(prose()).describe('The facts, a few words each.'),
  sources: z.array(evidence()).describe('Ids of the sources that carry the list.'),
  unverified: z
    .literal(true)
    .optional()
    .describe('General knowledge without a retrieved source: shown as such, or left out.'),
});
