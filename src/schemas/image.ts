/** `content/images/<id>.yaml`: what there is to say of the picture beside it, `<id>.png`, `.jpg`, `.svg` or `.avif`. */
import { z } from 'zod';
import { httpsSchema } from './address.ts';
import { aiUseSchema } from './ai.ts';
import { prose, theirs } from './fields.ts';

/** Extensions of pictures; the bytes must be what the name says. */
export const pictureExtensions = ['.png', '.jpg', '.svg', '.avif'] as const;

/** Widths in which a picture is made, in pixels: for a phone, for one with a fine screen, for a desk. */
export const pictureWidths = [480, 800, 1280] as const;

/** What a file of a picture weighs at most, in bytes: nothing more reaches a phone. */
export const mostPictureBytes = 150_000;

/** Under which terms a picture may be shown. */
const licenceSchema = z.enum([
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-3.0',
  'CC-BY-SA-3.0',
  'CC-BY-2.0',
  'CC-BY-SA-2.0',
  'CC0-1.0',
  'public-domain',
  'permission',
]);
export type Licence = z.infer<typeof licenceSchema>;

/** What an author says of a picture. */
export const imageSchema = z
  .strictObject({
    alt: prose()
      .max(400, 'must be at most 400 characters')
      .optional()
      .describe('What it shows, for who cannot see it, in a sentence or two.'),
    decorative: z
      .literal(true)
      .optional()
      .describe('Set in place of alt where it says nothing that the text does not.'),
    caption: prose()
      .max(400, 'must be at most 400 characters')
      .optional()
      .describe('What readers should notice, under it.'),
    credit: theirs()
      .max(200, 'must be at most 200 characters')
      .describe('Who made it, as they want to be named.'),
    licence: licenceSchema.describe(
      'Under which terms it may be shown; `permission` where its maker allowed it to us alone.',
    ),
    source: httpsSchema.optional().describe('Where it was found.'),
    aiUse: aiUseSchema
      .optional()
      .describe(
        'What part AI had in the picture; absent: none. Anything but none is said under it.',
      ),
  })
  .refine(({ alt, decorative }) => (alt === undefined) !== (decorative === undefined), {
    message: 'must be there, or decorative: true in its place',
    path: ['alt'],
  });

export type Image = z.infer<typeof imageSchema>;

/** What pages load of a picture. */
export const imageIndexSchema = imageSchema.safeExtend({
  original: z
    .strictObject({
      src: z.string().describe('Address of the original, which names its bytes.'),
      width: z.number().int().positive().describe('Pixels across, upright.'),
      height: z.number().int().positive().describe('Pixels down, upright.'),
      format: z.enum(['png', 'jpg', 'svg', 'avif']).describe('What its bytes are.'),
    })
    .describe('The file beside it.'),
});

export type ImageIndex = z.infer<typeof imageIndexSchema>;
export type PictureFormat = ImageIndex['original']['format'];
