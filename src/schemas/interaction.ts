/** `content/interactions/<topic>.yaml`: what, taken with what, disturbs it. */
import { z } from 'zod';
import { evidence, id, prose, ref } from './fields.ts';

/** One nutrient that suffers from another, or from a drink. */
export const interactionSchema = z.strictObject({
  id: id().describe('Id of the interaction.'),
  nutrient: ref('nutrients').describe('Nutrient id of what is disturbed.'),
  with: z
    .union([z.literal('coffee'), ref('nutrients')])
    .describe('Nutrient id of what disturbs it, or coffee (tea counts as coffee).'),
  what: prose().describe('What happens, in a sentence.'),
  spacing: z.boolean().describe('Whether time between the two helps.'),
  advice: prose().describe('What to do, in a sentence.'),
  sources: z.array(evidence()).min(1).describe('Claim or source ids.'),
});

export type Interaction = z.infer<typeof interactionSchema>;
