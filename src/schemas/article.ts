/** The frontmatter of `content/articles/<slug>.mdx`. */
import { z } from 'zod';
import { aiUseSchema } from './ai.ts';
import { changesSchema } from './change.ts';
import {
  day,
  fragment,
  id,
  markdown,
  path,
  plannedDay,
  prose,
  ref,
  topicSchema,
  words,
} from './fields.ts';

/** `aliases` of what has an anchor and no page: questions and terms. */
export const anchorAliasesSchema = z
  .array(id())
  .describe('Old ids: links with one of them behind the # still arrive here.');

/** A nutrient, or a topic that is none. */
export const subjectSchema = z.union([ref('nutrients'), topicSchema]);

const faqItemSchema = z.strictObject({
  question: markdown()
    .max(120, 'must be at most 120 characters')
    .regex(/\?$/, 'must end with a question mark')
    .describe('What a reader would ask, ending with a question mark.'),
  answer: markdown().describe('Markdown with citations; opens with the answer.'),
  topics: z
    .array(subjectSchema)
    .min(1)
    .optional()
    .describe("What it is about; without it, its article's topics."),
  aliases: anchorAliasesSchema.default([]),
  theme: ref('themes')
    .optional()
    .describe("The theme that it stands under; without it, its article's."),
});

/** `aliases`, shared by whatever has a page. */
export const aliasesSchema = z
  .array(path())
  .describe('Old paths of this page; each becomes a redirect.');

/** Frontmatter of an article. Dates are checked against each other by rules, which know the day. */
export const articleSchema = z.strictObject({
  title: prose()
    .min(10, 'must be at least 10 characters')
    .max(80, 'must be at most 80 characters')
    .describe('The headline, 10-80 characters.'),
  description: prose()
    .min(50, 'must be at least 50 characters')
    .max(160, 'must be at most 160 characters')
    .describe(
      'The answer in one sentence, for lists, feeds and search results; 50-160 characters.',
    ),
  published: plannedDay().describe('First day on the site; later than today means scheduled.'),
  updated: day().optional().describe('Last change of substance.'),
  reviewed: z
    .strictObject({
      on: day().describe('The day of the review, published or later.'),
      by: ref('people').describe(
        'The health professional who reviewed it: a person with credentials, and no author of it.',
      ),
    })
    .optional()
    .describe('Absent: the page says that no health professional has reviewed it.'),
  reviewDue: plannedDay().describe(
    'The day by which the article must be looked at again, three years on at most.',
  ),
  authors: z
    .array(ref('people'))
    .min(1, 'must name at least one person or organization')
    .describe(
      'Who wrote it: persons or organizations of content/people/, in the order of the byline.',
    ),
  aiUse: aiUseSchema,
  topics: z
    .array(subjectSchema)
    .min(1, 'must name at least one topic')
    .describe('Nutrient ids, or topics that are none, the most important first.'),
  theme: ref('themes').optional().describe('The theme that it stands under, of content/themes/.'),
  urgent: z
    .strictObject({
      title: words()
        .max(80, 'must be at most 80 characters')
        .describe('The sign and what to do, in a few words.'),
      text: markdown()
        .max(1000, 'must be at most 1,000 characters')
        .describe(
          'Which signs cannot wait, what to do and whom to call, in general words: "emergency services"; cites a claim.',
        ),
    })
    .optional()
    .describe('What cannot wait: a care card above everything else.'),
  takeaways: z
    .array(markdown().max(1000, 'must be at most 1,000 characters'))
    .min(3, 'must have 3 to 7 entries')
    .max(7, 'must have 3 to 7 entries')
    .describe(
      'Key takeaways with citations, one idea each; the first says what to do, or the plain answer.',
    ),
  faq: z
    .array(faqItemSchema)
    .max(8, 'must have at most 8 entries')
    .default([])
    .describe('Questions and answers, shown as open headings with stable anchors.'),
  changes: changesSchema.default([]),
  aliases: aliasesSchema.default([]),
  fragmentAliases: z
    .array(
      z.strictObject({
        old: fragment().describe('The id that a heading had.'),
        now: fragment().describe('The id that it has today.'),
      }),
    )
    .default([])
    .describe('Old ids of headings that were renamed: links to them still arrive at the place.'),
  draft: z.boolean().default(false).describe('Drafts show in `npm run dev` only.'),
});

/** Frontmatter of an article, as the compiler uses it. */
export type Article = z.infer<typeof articleSchema>;

const answerPieceSchema = z.union([
  z.string().describe('HTML.'),
  z.strictObject({ cites: z.array(id()).describe('What is cited here.') }),
  z.strictObject({
    product: id().describe('The product whose amount stands here.'),
    nutrient: id().describe('The nutrient of the amount.'),
  }),
]);

/** A piece of an answer in a list of questions. */
export type AnswerPiece = z.infer<typeof answerPieceSchema>;

/** What lists need of an article; the whole of it lies compiled beside Astro's data store. */
export const articleIndexSchema = articleSchema
  .omit({ urgent: true, takeaways: true, faq: true })
  .extend({
    cannotWait: prose().optional().describe('Title of its care card.'),
    words: z.number().int().nonnegative().describe('Words, as the compiler counts them.'),
    citations: z.array(id()).describe('Ids that it cites, each once, by first appearance.'),
    products: z.array(id()).describe('Products that it shows.'),
    figures: z
      .array(
        z.strictObject({
          id: id().describe('Figure that it shows.'),
          after: z.number().int().describe('How many of its citations stand before it.'),
        }),
      )
      .default([])
      .describe('Figures that it shows; their claims are cited where they stand.'),
    questions: z
      .array(
        z.strictObject({
          id: prose().describe('Anchor on the page.'),
          question: prose().describe('The question.'),
          topics: z.array(id()).describe('What it is about.'),
          theme: id().optional().describe('Theme that it stands under.'),
          aliases: z.array(id()).default([]).describe('Its old anchors.'),
          answer: z
            .array(answerPieceSchema)
            .describe('The answer, without what only articles show.'),
        }),
      )
      .describe('Its questions.'),
  });

export type ArticleIndex = z.infer<typeof articleIndexSchema>;
