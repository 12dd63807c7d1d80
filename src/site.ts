/** What this site is called, where people reach it, and how often it looks at its articles again. */

export const site = {
  name: 'Micromile',
  tagline: 'Micronutrients for runners: what to eat, what to test, what to skip.',
  /** BCP 47 tag of the language that all pages are written in. */
  language: 'en-US',
  /** Where readers report mistakes. */
  contact: 'corrections@micromile.example',
  /** A warning comes this many days before an article's review is due. */
  reviewWarningDays: 30,
} as const;
