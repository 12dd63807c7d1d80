/** What of the site is code: its language, its drawings' words, how early a review is due. `content/site.yaml` holds the rest. */

export const site = {
  /** As the picture says it that other sites show of a page. */
  tagline: 'Micronutrients for runners: what to eat, what to test, what to skip.',
  /** BCP 47 tag of the language that all pages are written in. */
  language: 'en-US',
  /** A warning comes this many days before an article's review is due. */
  reviewWarningDays: 30,
} as const;
