/** The tools, and what each is good for. */
import { routes } from '../routes.ts';

/** A tool, as lists of them and its picture show it. */
interface ToolView {
  id: string;
  href: string;
  title: string;
  text: string;
  /** What else readers call it. */
  names: readonly string[];
}

export const tools: readonly ToolView[] = [
  {
    id: 'daily-needs',
    href: routes.dailyNeeds(),
    title: 'What I need in a day',
    text: 'Reference intakes and upper limits of every nutrient for your sex, age, life stage and diet, with foods that carry them.',
    names: [
      'daily needs',
      'needs calculator',
      'intake calculator',
      'vitamin calculator',
      'calculator',
    ],
  },
  {
    id: 'stack',
    href: routes.stack(),
    title: 'What I take in a day',
    text: 'Adds up your supplements, holds each sum against your need and the upper limit, and says what disturbs what.',
    names: [
      'stack',
      'supplement stack',
      'stack calculator',
      'supplement calculator',
      'interaction checker',
      'calculator',
    ],
  },
];
