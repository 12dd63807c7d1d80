/**
 * Where Astro keeps `getImage` for its own pages. `astro:assets` holds it too, beside the folder that a
 * build works in: a page that imports that is another page in every build, and none is ever restored.
 */
declare module 'virtual:astro:get-image' {
  export const getImage: typeof import('astro:assets').getImage;
}
