import { desk } from '@/app/desk';
import { openRoute } from '@/app/guard';
import packageJson from '@/package.json';

/** A worker that was not seen for this long is not well, in ms. */
const patience = 15_000;

/** 200 while web server, database and worker are well, else 503. */
export const GET = openRoute(async () => {
  const { store } = await desk();
  const beat = await store.lastBeat().catch(() => undefined);
  const database = beat !== undefined;
  const worker = typeof beat === 'number' && Date.now() - beat < patience;
  const body = {
    status: database && worker ? 'ok' : 'degraded',
    versions: { importDesk: packageJson.version, node: process.versions.node },
    web: 'ok',
    database: database ? 'ok' : 'failed',
    worker: worker ? 'ok' : 'not seen',
  };
  return Response.json(body, { status: database && worker ? 200 : 503 });
});
