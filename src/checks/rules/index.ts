/** All rules, in the order in which their documentation lists them. */
import type { Rule } from '../rule.ts';
import { unknownReference } from './unknown-reference.ts';

export const rules: readonly Rule[] = [unknownReference];
