/** Shapes as the text of an SVG file. */
import { escaped } from '../domain/escape.ts';
import type { Shape } from './shape.ts';

/** A shape with all that is in it. */
export function markup({ tag, attributes, text = '', children = [] }: Shape): string {
  const given = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  const content = escaped(text) + children.map(markup).join('');
  return content === '' ? `<${tag}${given}/>` : `<${tag}${given}>${content}</${tag}>`;
}
