/** One page to take to a doctor: points with the numbers of their sources, and lines for values. */
import { figureClaims } from '../domain/figure.ts';
import { need, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Sheet, SheetPoint } from '../schemas/sheet.ts';
import { aiText, aiUseOf } from './ai-use.ts';
import { bibliography, dataCitation, type ReferenceView } from './citation.ts';
import { figureView, type FigureView } from './figure.ts';

export interface SheetView {
  nutrient: { name: string; href: string };
  lead: string;
  sections: {
    title: string;
    /** The figure that draws them. */
    figure: FigureView | undefined;
    points: { text: string; numbers: number[] }[];
  }[];
  values: { name: string; unit: string }[];
  references: ReferenceView[];
  /** What part AI had in it; undefined for none. */
  aiText: string | undefined;
}

const titles = {
  ask: 'What to ask for',
  cutoffs: 'Cut-offs, and where they disagree',
  timing: 'When to draw the blood',
  disturbs: 'What disturbs the result',
  after: 'What to talk about afterward',
} satisfies { [Section in keyof Sheet]?: string };

/**
 * The sheet of one nutrient.
 * @throws {Error} when it has none
 */
export function sheetView(id: string, library: Library): SheetView {
  const { data } = need(library.sheets, id, 'sheet');
  const sections = (Object.keys(titles) as (keyof typeof titles)[]).flatMap((key) => {
    const points = data[key];
    return points === undefined ? [] : [{ key, title: titles[key], points }];
  });
  const figure =
    data.figure === undefined ? undefined : need(library.figures, data.figure, 'figure').data;
  const citationOf = ({ sources }: SheetPoint) => dataCitation(sources);
  const citations = bibliography(
    [
      ...sections.flatMap(({ points }) => points.map(citationOf)),
      ...(figure === undefined ? [] : [dataCitation(figureClaims(figure))]),
    ],
    library,
  );
  return {
    nutrient: {
      name: need(library.nutrientNames, id, 'nutrient'),
      href: routes.nutrient(id),
    },
    lead: data.lead,
    sections: sections.map(({ key, title, points }) => ({
      title,
      figure:
        key === 'cutoffs' && data.figure !== undefined
          ? figureView(data.figure, library)
          : undefined,
      points: points.map((point) => ({
        text: point.text,
        numbers: [
          ...new Set(citations.cite(citationOf(point)).flatMap(({ numbers }) => numbers)),
        ].sort((a, b) => a - b),
      })),
    })),
    values: data.values,
    references: citations.references(),
    aiText: aiText(aiUseOf(data, library)),
  };
}
