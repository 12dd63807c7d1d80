/** Shapes as text: of an SVG file, and of a drawing inside a page. */
import { escaped } from '../domain/escape.ts';
import type { Shape } from './shape.ts';

/** A shape with all that is in it, for a file. */
export function markup(shape: Shape): string {
  return written(shape, '/>');
}

/** The same inside a page, where a tag is closed by another one. */
export function pageMarkup(shapes: readonly Shape[]): string {
  return shapes.map((shape) => written(shape, undefined)).join('');
}

// @param atOnce what closes a shape that holds nothing
function written({ tag, attributes, text, children }: Shape, atOnce: string | undefined): string {
  let whole = `<${tag}`;
  for (const [name, value] of Object.entries(attributes))
    whole += ` ${name}="${typeof value === 'number' ? value : escaped(value)}"`;
  const isEmpty = (text ?? '') === '' && (children ?? []).length === 0;
  if (isEmpty && atOnce !== undefined) return whole + atOnce;
  whole += '>';
  if (text !== undefined) whole += escaped(text);
  for (const child of children ?? []) whole += written(child, atOnce);
  return `${whole}</${tag}>`;
}
