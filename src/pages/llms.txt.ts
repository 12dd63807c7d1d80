/** What programs are told of the site. */
import type { APIRoute } from 'astro';
import { llmsText } from '#formats/llms.ts';
import { loadLibrary } from '#library/load.ts';
import { machineView } from '#views/machine.ts';
import { siteUrl } from '../environment.ts';

export const GET: APIRoute = async () =>
  new Response(llmsText(machineView(await loadLibrary()), new URL(siteUrl())), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
