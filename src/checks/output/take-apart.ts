/** Takes a built page apart in one reading: what it has, and the shapes that it consists of. */
import {
  factsOf,
  PageGatherer,
  readBuiltPage,
  type BuiltPage,
  type TagFacts,
} from './built-page.ts';
import {
  oddPage,
  shapeOfTag,
  ShapeGatherer,
  type PageShapes,
  type Shapes,
  type ShapeTag,
} from './shapes.ts';
import { StrictReader } from './strict.ts';

interface Known {
  facts: TagFacts;
  shape: ShapeTag;
}

const reader = new StrictReader<Known>((tag) => ({
  facts: factsOf(tag.name, tag.attributes),
  shape: shapeOfTag(tag),
}));

/**
 * Takes a page apart.
 * @param all gathers every shape, those of other pages too
 */
export function takePageApart(html: string, all: Shapes): { page: BuiltPage; shapes: PageShapes } {
  const page = new PageGatherer();
  const shapes = new ShapeGatherer(html, all);
  const isRead = reader.read(html, {
    open: ({ facts, shape }, at, isEmpty) => {
      page.open(facts, at);
      if (isEmpty) page.close(facts);
      shapes.open(shape, isEmpty);
    },
    text: (text, raw, at) => {
      page.text(text, at);
      shapes.text(raw);
    },
    close: ({ facts }) => {
      page.close(facts);
      shapes.close();
    },
  });
  return {
    page: isRead ? page.page() : readBuiltPage(html),
    shapes: isRead ? shapes.shapes() : oddPage,
  };
}
