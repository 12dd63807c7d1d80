/** What editors write for an author who names a component: its first example in the gallery, to be filled in. */
import type { z } from 'zod';
import { collections } from '#corpus/collections.ts';
import { fieldOf, innermost } from '#schemas/fields.ts';
import { componentNames, vocabulary, type ComponentName } from '#document/vocabulary.ts';
import { authors } from './authors.ts';

/** Snippets as VS Code reads them, by what they are called there. */
export function snippets(): Record<string, object> {
  return Object.fromEntries(
    componentNames.map((name) => {
      const { inline, children } = vocabulary[name];
      const example = authors[name][0];
      if (example === undefined) throw new Error(`The gallery has no example of <${name}>.`);
      const stops = Object.entries(example.props).map(
        ([prop, value], index) => ` ${stopFor(name, prop, value, index + 1)}`,
      );
      const open = `<${name}${stops.join('')}`;
      const rest = children
        ? inline
          ? ['>$0</' + name + '>']
          : ['>', '', '$0', '', `</${name}>`]
        : [' />'];
      const [first = '', ...below] = rest;
      return [
        name,
        {
          scope: 'mdx,markdown',
          prefix: name,
          body: [open + first, ...below],
          description: Object.entries<z.ZodType>(vocabulary[name].props.shape)
            .map(([prop, schema]) => `${prop}: ${schema.description ?? ''}`)
            .join(' '),
        },
      ];
    }),
  );
}

// A place to fill in, with what the example has there; of an id, what it names.
function stopFor(name: ComponentName, prop: string, value: unknown, stop: number): string {
  const schema = (vocabulary[name].props.shape as Record<string, z.ZodType>)[prop];
  if (schema === undefined) throw new Error(`<${name}> has no prop "${prop}".`);
  const field = fieldOf(schema);
  const { def } = innermost(schema) as z.ZodEnum;
  if (typeof value === 'number') return `${prop}={\${${stop}:${value}}}`;
  if (def.type === 'enum') return `${prop}="\${${stop}|${Object.values(def.entries).join(',')}|}"`;
  if (field?.kind === 'ref') {
    const { noun } = collections[field.collections[0] as keyof typeof collections];
    const word = noun.replaceAll(' ', '-');
    return `${prop}="\${${stop}:${Array.isArray(value) ? value.map(() => word).join(' ') : word}}"`;
  }
  return `${prop}="\${${stop}:${field?.kind === 'id' ? prop : String(value)}}"`;
}
