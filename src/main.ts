import 'reflect-metadata';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { type App, createApp, packageRoot } from './app.js';
import { watchFolders } from './features/province/index.js';
import { ChartPictures } from './platform/chart/chart-pictures.js';
import { type Env, readEnv } from './platform/config/env.js';
import { EnvError } from './platform/config/env-error.js';
import { catchStrayRejections } from './platform/graphql/stray-rejections.js';
import { createFrontDoor } from './platform/http/front-door.js';
import { createStaticFiles } from './platform/http/static-files.js';
import { createLogger } from './platform/logging/logger.js';

/** Requests under way have this long once the server is told to stop. */
const STOP_MS = 10_000;

try {
  await serve(readEnv());
} catch (error) {
  console.error(error instanceof EnvError ? error.message : `Holdline did not start: ${(error as Error).message}`);
  if (!(error instanceof EnvError) && process.env.LOG_LEVEL === 'debug') console.error(error);
  process.exit(1);
}

/** What stands beside the readiness: the provinces, and how far behind the read replica is, where there is one. */
function detailOf(app: App): Readonly<Record<string, unknown>> {
  const replica = app.replica();
  return { provinces: app.provinces(), ...(replica === null ? {} : { replica }) };
}

async function serve(env: Env): Promise<void> {
  const logger = createLogger(env);
  catchStrayRejections(logger);
  const bar = new SingleBar({ format: '{what} {bar} {value}/{total}', clearOnComplete: true });
  const app = await createApp({
    env,
    logger,
    onProgress(what, done, total) {
      if (!process.stderr.isTTY) return;
      if (bar.isActive) bar.update(done, { what });
      else bar.start(total, done, { what });
    },
  });
  bar.stop();
  const explorer = env.explorer ? createStaticFiles(join(packageRoot(), 'dist', 'explorer')) : null;
  const health = { ready: async () => (await app.health()).ready, detail: () => detailOf(app) };
  const { trustedProxies } = env;
  const charts = new ChartPictures(app.handler);
  const door = createFrontDoor({
    graphql: app.handler,
    charts,
    sockets: app.sockets,
    health,
    explorer,
    logger,
    trustedProxies,
  });
  await new Promise<void>((resolve, reject) => {
    door.server.once('error', reject);
    door.server.listen(env.port, env.host, resolve);
  });
  greet(env, door.server.address());
  const reload = (): void => void app.reloadProvinces();
  process.on('SIGHUP', reload);
  const unwatch = env.mode === 'development' ? watchFolders(foldersOf(env.provinceModules), reload) : () => undefined;
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    unwatch();
    await door.stop(STOP_MS);
    await charts.stop();
    await app.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

/** What is no folder has no files to watch. */
function foldersOf(places: readonly string[]): string[] {
  return places.map((place) => resolve(place)).filter((path) => existsSync(path) && statSync(path).isDirectory());
}

function greet(env: Env, address: ReturnType<import('node:http').Server['address']>): void {
  const port = typeof address === 'object' && address !== null ? address.port : env.port;
  const base = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`;
  const store =
    env.databaseUrl === null
      ? `embedded in ${env.dataDir} — a development store; set DATABASE_URL for anything real`
      : 'PostgreSQL at DATABASE_URL';
  const lines = [`Holdline 守线 ready`, `  API       ${base}/graphql`];
  if (env.explorer) lines.push(`  Explorer  ${base}/`);
  lines.push(`  Database  ${store}`);
  if (env.today !== null) lines.push(`  Today     ${env.today} (TODAY)`);
  if (env.issuer === null) lines.push('  A token   npm run -s token -- --role COUNTY_OFFICER --region 430121');
  console.log(lines.join('\n'));
}
