/** What a system shows of the site that keeps it on a home screen. */
import type { APIRoute } from 'astro';
import { loadLibrary } from '#library/load.ts';
import tokens from '../../tailwind.config.ts';
import { routes } from '../routes.ts';
import { site } from '../site.ts';

const { paper } = tokens.theme.schemes.light;

export const GET: APIRoute = async () => {
  const { name } = (await loadLibrary()).site;
  const manifest = {
    name,
    short_name: name,
    description: site.tagline,
    lang: site.language,
    id: routes.home(),
    start_url: routes.home(),
    display: 'minimal-ui',
    theme_color: paper,
    background_color: paper,
    icons: [
      { src: routes.publicFile('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      { src: routes.publicFile('icon-192.png'), sizes: '192x192', type: 'image/png' },
      { src: routes.publicFile('icon-512.png'), sizes: '512x512', type: 'image/png' },
      {
        src: routes.publicFile('icon-maskable.png'),
        sizes: '512x512',
        type: 'image/png',
        purpose: 'maskable',
      },
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
};
