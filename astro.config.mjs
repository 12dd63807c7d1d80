import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { siteUrl } from './src/environment.ts';
import { publish } from './src/publish/integration.ts';
import { basePath } from './src/base.ts';
import { orStop } from './src/publish/stop.ts';

export default defineConfig({
  site: await orStop(siteUrl),
  base: basePath() || '/',
  trailingSlash: 'always',
  // A page paints without a second question to the server; hosting/ names the styles by their hash.
  build: { inlineStylesheets: 'always' },
  image: { service: { entrypoint: '#publish/picture-service.ts' } },
  devToolbar: { enabled: false },
  integrations: [mdx(), publish()],
  // A font inside the stylesheet would reach every page, also those that need no letter of it; a
  // script inside a page would be refused by a strict content security policy.
  vite: { plugins: [tailwindcss()], build: { assetsInlineLimit: 0 } },
});
