/** `content/site.yaml`: what the site is called, and what only its owner knows. */
import { z } from 'zod';
import { aiUseSchema } from './ai.ts';
import { mark, prose, ref, words } from './fields.ts';

const unfilled = 'to be filled in before launch';
const placeholder = (what: string): string => `[${what}: ${unfilled}]`;

/** Whether a value stands in for one that only the owner of the site knows: no reader takes it for real. */
export function isPlaceholder(value: string): boolean {
  // Names below `.example` are set aside for documentation (RFC 2606): no letter arrives there.
  return value.includes(unfilled) || /@(?:[^@]*\.)?example$/.test(value);
}

/** The site. Each field has its placeholder, so that a folder without the file is one that nobody filled in. */
export const siteSchema = z.strictObject({
  name: words().default('Micromile').describe('What the site is called.'),
  contact: mark(z.email('must be an e-mail address'), { kind: 'address' })
    .default('corrections@micromile.example')
    .describe('Where readers write to.'),
  aiUse: aiUseSchema
    .optional()
    .describe(
      'What part AI had in the texts of claims, nutrients, products, terms, sheets and pages that do not say it themselves, and of lists made from them; absent: the pages say nothing of it.',
    ),
  figure: ref('figures').optional().describe('The figure that the home page shows.'),
  operator: words()
    .default(placeholder('operator’s name'))
    .describe('The person or company that runs the site, and decides about data of its readers.'),
  address: prose()
    .default(placeholder('operator’s postal address'))
    .describe('Where letters on paper reach the operator.'),
  host: words()
    .default(placeholder('who runs the server'))
    .describe('The company on whose server the files lie.'),
  logsKept: words()
    .default(placeholder('how long server logs are kept'))
    .describe('How long the server keeps its log, such as "14 days".'),
  logsBasis: prose()
    .default(placeholder('legal basis for server logs'))
    .describe('What the server keeps its log for, and the law that allows it.'),
  lettersBasis: prose()
    .default(placeholder('legal basis for letters'))
    .describe(
      'What letters of readers are used for, how long they are kept, and the law that allows it.',
    ),
  authority: words()
    .default(placeholder('supervisory authority'))
    .describe('The authority to which readers may complain.'),
});

/** The site, as pages need it. */
export type Site = z.infer<typeof siteSchema>;
