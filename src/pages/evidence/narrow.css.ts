/** What narrows the list of claims: its words are those of the content. */
import type { APIRoute } from 'astro';
import { loadLibrary } from '#library/load.ts';
import { narrowingStyles } from '#views/evidence.ts';

export const GET: APIRoute = async () =>
  new Response(narrowingStyles(await loadLibrary()), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
