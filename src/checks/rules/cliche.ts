/** No clichés of the trade. */
import { forbids } from '../forbids.ts';
import type { Rule } from '../rule.ts';

export const cliche: Rule = forbids(
  {
    id: 'cliche',
    demands: 'No clichés of the trade.',
    why: 'They fill the place of a fact.',
    fix: 'Say it plainly, or leave it out.',
  },
  [
    String.raw`\b(?:game[- ]chang(?:er|ing)|unlock(?:s|ing)? (?:your|the)|fuel your|power(?:s|ing)? up|supercharge\w*|to the next level|superfoods?|house of cards|symphony|in today['’]s world|when it comes to|it(?:['’]s| is) (?:important|worth) (?:to note|noting)|plays? an? (?:crucial|vital|key|pivotal) role|unsung hero(?:es)?|look no further|let['’]s dive in|must-haves?|first and foremost|(?:boost|elevate) your|whether you(?:['’]re| are) a (?:beginner|novice)|in the world of|navigat(?:e|ing) the (?:world|landscape|maze)|at the end of the day|delve|holistic|synerg(?:y|istic)|cutting[- ]edge|secret weapon|hidden gem|level up|deep dive|holy grail|silver bullet|magic bullet|one[- ]size[- ]fits[- ]all|listen to your body)\b`,
  ],
  (found) => `"${found}" is a cliché.`,
);
