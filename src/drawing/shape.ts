/** One element of a drawing: what pages, files and the browser's tools set alike. */
export interface Shape {
  tag: 'circle' | 'g' | 'line' | 'path' | 'rect' | 'svg' | 'text';
  attributes: Record<string, string | number>;
  text?: string;
  children?: Shape[];
}

/** A place on a drawing whose width the page decides: "37.5%". */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
