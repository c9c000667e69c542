import { desk } from '@/app/desk';
import { openRoute } from '@/app/guard';
import { perStore, shareLooks } from '@/lib/shared-look';
import type { WorkerStore } from '@/lib/store';
import packageJson from '@/package.json';

/** A worker that was not seen for this long is not well, in ms. */
const patience = 15_000;

/** Many who ask at a time share one look, so it may be asked as often as anybody likes. */
const beats = perStore((store: Pick<WorkerStore, 'lastBeat'>) =>
  shareLooks((_: 'last') => store.lastBeat().catch(() => undefined), 200),
);

/** 200 while web server, database, worker and disk are well, else 503. */
const health = async (): Promise<Response> => {
  const { store, files } = await desk();
  const beat = await beats(store)('last');
  const database = beat !== undefined;
  const worker = typeof beat === 'number' && Date.now() - beat < patience;
  const room = await files.hasRoom(0).catch(() => false);
  const isWell = database && worker && room;
  const body = {
    status: isWell ? 'ok' : 'degraded',
    versions: { importDesk: packageJson.version, node: process.versions.node },
    web: 'ok',
    database: database ? 'ok' : 'failed',
    worker: worker ? 'ok' : 'not seen',
    disk: room ? 'ok' : 'full',
  };
  return Response.json(body, { status: isWell ? 200 : 503 });
};

// Whoever watches the desk must not be told that it is down because others at the same address are busy.
export const GET = openRoute(health, { counts: false });
