/** Props of an author's component: literals only, parsed by the component's zod schema. */
import type { z } from 'zod';
import type { Diagnostic, Mend, Position } from '../problem.ts';
import { safe } from './mend.ts';
import { didYouMean, sureGuess } from './suggest.ts';

/** An attribute as the MDX parser gives it. */
export type JsxAttribute =
  | {
      type: 'mdxJsxAttribute';
      name: string;
      value: string | null | { type: 'mdxJsxAttributeValueExpression'; value: string };
    }
  | { type: 'mdxJsxExpressionAttribute'; value: string };

/**
 * Parses the props of one component call.
 * @param raw the component as its author wrote it
 * @returns the parsed props, undefined when they are not sound, and what is wrong with them
 */
export function literalProps(
  component: string,
  schema: z.ZodObject,
  attributes: JsxAttribute[],
  position: Position,
  raw: string,
): { props: Record<string, unknown> | undefined; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const known = Object.keys(schema.shape);
  const values: Record<string, unknown> = {};
  const report = (rule: string, message: string, fix: string, mend?: Mend): void => {
    diagnostics.push({ rule, ...position, message, fix, mend });
  };
  const names = new Set(attributes.flatMap((one) => ('name' in one ? [one.name] : [])));
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      report(
        'no-code',
        `expression: <${component} {${attribute.value}}> spreads props.`,
        'Write each prop out.',
      );
      continue;
    }
    if (Object.hasOwn(values, attribute.name)) {
      report(
        'component-props',
        `<${component}> has the prop "${attribute.name}" twice.`,
        'Delete one.',
      );
      continue;
    }
    if (!known.includes(attribute.name)) {
      report(
        'component-props',
        `<${component}> has no prop "${attribute.name}".`,
        didYouMean(attribute.name, known, `Its props are ${known.join(', ')}.`),
        mendProp(
          attribute.name,
          known.filter((name) => !names.has(name)),
          raw,
          position,
        ),
      );
      continue;
    }
    const value = literal(attribute.value);
    if (value === undefined) {
      report(
        'no-code',
        `expression: the prop "${attribute.name}" of <${component}> is no literal.`,
        `Write ${attribute.name}="…" or a number in braces.`,
      );
    } else {
      values[attribute.name] = value.literal;
    }
  }
  if (diagnostics.length > 0) return { props: undefined, diagnostics };
  const result = schema.safeParse(values);
  if (result.success) return { props: result.data, diagnostics };
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? '');
    const isMissing = name !== '' && !Object.hasOwn(values, name);
    report(
      'component-props',
      isMissing
        ? `<${component}> lacks the prop "${name}".`
        : `the prop "${name}" of <${component}> is not sound: ${issue.message}.`,
      isMissing ? `Write <${component} ${name}="…">.` : `It is for: ${describe(schema, name)}`,
    );
  }
  return { props: undefined, diagnostics };
}

// The name of a prop in the tag that begins at a place of the file.
function mendProp(
  name: string,
  free: readonly string[],
  raw: string,
  { line, column }: Position,
): Mend | undefined {
  const guess = sureGuess(name, free);
  const at = raw.search(new RegExp(String.raw`(?<=\s)${name}(?=\s*=)`));
  if (guess === undefined || at === -1) return undefined;
  const above = raw.slice(0, at).split('\n');
  const from = above.length === 1 ? column : 1;
  const start = { line: line + above.length - 1, column: from + (above.at(-1)?.length ?? 0) };
  const end = { ...start, column: start.column + name.length };
  return safe('No other prop is called like it.', { start, end, text: guess });
}

function describe(schema: z.ZodObject, name: string): string {
  const field = schema.shape[name] as { description?: string } | undefined;
  return field?.description ?? name;
}

// Only what JSON knows, and single quotes; everything else would be code.
function literal(
  value: Extract<JsxAttribute, { name: string }>['value'],
): { literal: unknown } | undefined {
  if (value === null) return { literal: true };
  if (typeof value === 'string') return { literal: value };
  const code = value.value.trim();
  const quoted = /^'([^'\\]*)'$/.exec(code);
  if (quoted !== null) return { literal: quoted[1] };
  try {
    const parsed: unknown = JSON.parse(code);
    return typeof parsed === 'object' ? undefined : { literal: parsed };
  } catch {
    return undefined;
  }
}
