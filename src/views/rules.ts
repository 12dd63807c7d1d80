/** The rules as their page shows them, made from the rules themselves. */
import { outputRules } from '../checks/output/rules.ts';
import type { RuleText } from '../checks/rule.ts';
import { ruleGroups } from '../checks/rules/index.ts';
import { consequenceOf } from '../checks/severity.ts';

export interface RuleView extends RuleText {
  consequence: string;
}

export interface RuleGroupView {
  id: string;
  name: string;
  rules: RuleView[];
}

/** Every rule in its group, those for the built site last. */
export function rulesView(): RuleGroupView[] {
  const groups = [...ruleGroups, { name: 'Output', rules: Object.values(outputRules) }];
  return groups.map(({ name, rules }) => ({
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    rules: rules.map(({ id, demands, why, fix }) => ({
      id,
      demands,
      why,
      fix,
      consequence: consequenceOf(id),
    })),
  }));
}
