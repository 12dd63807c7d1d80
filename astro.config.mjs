import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://micromile.example',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  integrations: [mdx()],
  vite: { plugins: [tailwindcss()] },
});
