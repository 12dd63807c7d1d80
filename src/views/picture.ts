/** An author's picture as a page shows it: its sizes, its words, whose it is. */
import { licenceName, type LicenceName } from '../domain/licence.ts';
import { need, type Library } from '../library/records.ts';
import type { AiUse } from '../schemas/ai.ts';
import { pictureWidths, type ImageIndex } from '../schemas/image.ts';

export interface PictureView {
  /** Empty where it says nothing that the text does not. */
  alt: string;
  caption?: string;
  credit: string;
  licence: LicenceName;
  /** Where it was found. */
  source?: string;
  /** "Drawn by AI." */
  ai?: string;
  original: ImageIndex['original'];
  /** Widths in which it is made, in pixels, the widest last; none for a drawing, which has any. */
  widths: number[];
}

const aiTexts: Record<AiUse, string | undefined> = {
  none: undefined,
  assisted: 'Made with the help of AI.',
  generated: 'Drawn by AI.',
};

/** A picture by its id. */
export function pictureView(id: string, { images }: Library): PictureView {
  const { data } = need(images, id, 'picture');
  const { alt = '', caption, credit, licence, source, aiUse = 'none', original } = data;
  const ai = aiTexts[aiUse];
  return {
    alt,
    credit,
    licence: licenceName(licence),
    original,
    widths: original.format === 'svg' ? [] : widthsOf(original.width),
    ...(caption === undefined ? {} : { caption }),
    ...(source === undefined ? {} : { source }),
    ...(ai === undefined ? {} : { ai }),
  };
}

// None is wider than the original, which is its own widest size where it is smaller than ours.
function widthsOf(width: number): number[] {
  const widest = Math.min(width, pictureWidths.at(-1) ?? width);
  return [...pictureWidths.filter((own) => own < widest), widest];
}
