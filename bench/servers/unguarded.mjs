// For `npm run bench:access` alone: the product's own modules put together without what guards them, to measure what that costs. It
// stands outside the package, no setting of a server leads to it, and it may only be pointed at a register of the benchmark.
import 'reflect-metadata';
import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { createApp } from '../../dist/src/app.js';
import { AccessService, Reach, RowsInReach } from '../../dist/src/features/access/index.js';
import { PersonalDataService } from '../../dist/src/features/personal-data/personal-data.service.js';
import { readEnv } from '../../dist/src/platform/config/env.js';
import { Database } from '../../dist/src/platform/database/database.js';
import { openEngines } from '../../dist/src/platform/database/open-engine.js';
import { WHOLE_REGISTER } from '../../dist/src/platform/database/scope.js';
import { createGraphqlHandler } from '../../dist/src/platform/graphql/apollo.js';
import { installDirectResolvers } from '../../dist/src/platform/graphql/direct-resolvers.js';
import { scalarsMap } from '../../dist/src/platform/graphql/scalars/index.js';
import { createFrontDoor } from '../../dist/src/platform/http/front-door.js';
import { createLogger } from '../../dist/src/platform/logging/logger.js';
import { assembleRooms } from '../../dist/src/rooms.js';
import { buildAppSchema } from '../../dist/src/schema.js';

const env = readEnv();
if (!/\/holdline_bench_\d+$/.test(env.databaseUrl ?? ''))
  throw new Error('only a register of the benchmark is served unguarded');
/** What is left on, by name: `token`, `fields`, `scope`, `masking`. */
const kept = new Set((process.env.KEPT ?? '').split(',').filter((name) => name !== ''));
const off = (name) => !kept.has(name);

const logger = createLogger(env);
const app = await createApp({ env, logger });
const { tree } = app.ground;
/** Whoever calls, where no token is read: as the token of the benchmark says. */
const CALLER = Object.freeze({
  subject: 'bench',
  grants: [{ role: 'COUNTY_OFFICER', region: '430000' }],
  department: null,
  household: null,
  tokenId: null,
});

let { database } = app.ground;
if (off('scope')) {
  // Neither the condition in the statement, nor the role and the setting that row-level security goes by.
  const everything = new Reach(tree, WHOLE_REGISTER, CALLER.grants);
  AccessService.prototype.reach = () => Promise.resolve(everything);
  AccessService.prototype.reachAs = () => Promise.resolve(everything);
  AccessService.prototype.holds = () => true;
  AccessService.prototype.readsWords = () => true;
  RowsInReach.prototype.scoped = (_reach, found) => found;
  const { serving } = await openEngines({ ...env, dataDir: null });
  const bare = (opening) => opening.filter((text) => !/^SET LOCAL (ROLE|app\.)/.test(text));
  database = new Database({
    kind: serving.kind,
    transaction: (opening, durable, work) => serving.transaction(bare(opening), durable, work),
    atOnce: (opening, work) => serving.atOnce(bare(opening), work),
    close: () => serving.close(),
  });
}
if (off('masking')) {
  const SEALED = { name: 'nameSealed', idNumber: 'idNumberSealed', phone: 'phoneSealed' };
  PersonalDataService.prototype.masked = (member, field) => member[SEALED[field]] ?? null;
}

const handler = await createGraphqlHandler({
  schema: schemaOf(assembleRooms({ ...app.ground, database })),
  logger,
  production: env.production,
  introspectionFor: () => true,
  async contextFor({ requestId, language, address }) {
    return { principal: CALLER, requestId, address, language, today: env.today, now: new Date(), loaders: new Map() };
  },
});
const health = { ready: async () => true };
const door = createFrontDoor({ graphql: off('token') ? handler : app.handler, health, explorer: null, logger });
door.server.listen(env.port, env.host);
process.on('SIGTERM', () => process.exit(0));

/** The schema, with the rules of its fields or without. */
function schemaOf(resolvers) {
  if (!off('fields')) return buildAppSchema(resolvers);
  const byClass = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const container = { get: (wanted) => byClass.get(wanted) };
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  const schema = buildSchemaSync({ resolvers: [...byClass.keys()], container, scalarsMap, validate: false });
  installDirectResolvers(schema, container);
  return schema;
}
