import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outputRules } from '#checks/output/rules.ts';
import { rules } from '#checks/rules/index.ts';
import { rulesView } from '#views/rules.ts';

const shown = rulesView().flatMap((group) => group.rules);

test('every rule of content and output is shown once', () => {
  const ids = [...rules, ...Object.values(outputRules)].map(({ id }) => id);
  expect(shown.map(({ id }) => id).sort()).toEqual(ids.sort());
  expect(new Set(ids).size).toBe(ids.length);
});

test('a rule that stands in a file of its own is in the list', () => {
  const files = readdirSync('src/checks/rules').map((file) => file.replace('.ts', ''));
  const listed = new Set(shown.map(({ id }) => id));
  expect(files.filter((file) => !['index', 'shape'].includes(file) && !listed.has(file))).toEqual(
    [],
  );
});

test.each(shown.map((rule) => [rule.id, rule] as const))(
  '%s says what it demands, why, and what to do',
  (_id, { demands, why, fix }) => {
    for (const text of [demands, why, fix]) expect(text).toMatch(/^\p{Lu}.*[.…]$/su);
  },
);

test('an overdue review fails the check and lets a build go on', () => {
  const overdue = shown.find(({ id }) => id === 'review-overdue');
  expect(overdue?.consequence).toBe('fails the check, not the build');
});
