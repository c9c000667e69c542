import { setTimeout as sleep } from 'node:timers/promises';
import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseId } from '@/app/parse';
import { notFound } from '@/app/problem';
import { findActor } from '@/app/session';
import { may } from '@/lib/auth/actor';
import type { ImportView } from '@/lib/contracts/import-api';
import { viewImport } from '@/lib/contracts/view-import';

const every = 400;
/** Who loses their access meanwhile is told nothing more after this time, in ms. */
const askedAgain = 3000;
const moving = new Set<ImportView['state']>(['reading', 'checking', 'committing']);

/** The import as server-sent events, each time it changed, until it stands still. */
export const GET = route<{ importId: string }>('imports:read', async (request, { importId }) => {
  const { store } = await desk();
  const id = parseId(importId);
  const first = await viewImport(store, id);
  if (!first) throw notFound();
  const encoder = new TextEncoder();
  let asked = Date.now();
  let sent = '';
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      while (!request.signal.aborted) {
        if (Date.now() - asked > askedAgain) {
          const who = await findActor(request.headers);
          if (!who || !may(who, 'imports:read')) break;
          asked = Date.now();
        }
        const view = await viewImport(store, id);
        const text = JSON.stringify(view);
        if (view && text !== sent) {
          sent = text;
          controller.enqueue(encoder.encode(`data: ${text}\n\n`));
          if (!moving.has(view.state)) break;
          return;
        }
        if (!view) break;
        await sleep(every);
      }
      controller.close();
    },
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
  });
});
