/** Prose as pages render it: HTML strings between citations and finished components. */
import type { CitationView } from './citation.ts';
import type { ProductView, DoseView } from './product.ts';

export type ComponentView =
  | { name: 'ProductCard'; product: ProductView }
  | { name: 'ProductTable'; products: ProductView[] }
  | { name: 'NoCard'; nutrientName: string; nutrientHref: string | undefined; reason: string }
  | { name: 'Callout'; calloutKind: 'note' | 'warning' | 'stop'; title: string; children: PartView[] }
  | { name: 'Dose'; dose: DoseView; productTitle: string };

export type PartView =
  | string
  | { kind: 'citation'; citations: CitationView[] }
  | { kind: 'component'; component: ComponentView };
