/** What an example is: a state of a component, and what puts it there. */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import Parts from '#components/article/Parts.astro';
import { partViews } from '#views/parts.ts';
import type { ComponentCall, ComponentName } from '#document/vocabulary.ts';
import type { ComponentPart, Part } from '#document/document.ts';
import { sampleSources } from './citations.ts';
import { sampleLibrary } from './sample-library.ts';

/** A component with its states. The gallery, the render tests, axe and the HTML check all read it. */
export interface Shown {
  name: string;
  component: AstroComponentFactory;
  examples: { state: string; props: Record<string, unknown> }[];
  /** Where it stands on a page: in prose, or as an item of a list. */
  inside?: 'prose' | 'cards';
}

interface Example<Props> {
  state: string;
  props: Props;
  children?: Part[];
}

/**
 * Examples of each component that authors may use, written as the compiler hands them on: TypeScript
 * asks for those of a new one.
 */
export type AuthorsExamples = {
  [Name in ComponentName]: Example<Extract<ComponentCall, { name: Name }>['props']>[];
};

/** An author's component as articles show it: through the views and through Parts. */
export function authorsComponent(
  name: ComponentName,
  examples: readonly Example<ComponentCall['props']>[],
): Shown {
  return {
    name,
    component: Parts,
    inside: 'prose',
    examples: examples.map(({ state, props, children = [] }) => {
      const part = {
        kind: 'component',
        name,
        props,
        children,
        position: { line: 1, column: 1 },
      } as unknown as ComponentPart;
      const view = partViews([part], sampleSources, sampleLibrary);
      return { state, props: { parts: view } };
    }),
  };
}
