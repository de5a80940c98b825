// The peer: PostGraphile 5 (needs a newer Node) on the same database, as the role holdline_app in the same scope, by
// pgSettings. Unindexed columns may be filtered by, and a member's masked name is a field of ours: the answers are the same.
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { lambda, list } from 'postgraphile/grafast';
import { grafserv } from 'postgraphile/grafserv/node';
import { printSchema } from 'postgraphile/graphql';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { extendSchema, gql } from 'postgraphile/utils';
import { maskName } from '../../dist/src/domain/household/mask-personal-data.js';
import { readEnv } from '../../dist/src/platform/config/env.js';
import { createFieldCipher } from '../../dist/src/platform/crypto/aes-field-cipher.js';
import { loadPiiKeys } from '../../dist/src/platform/crypto/load-pii-keys.js';

const { DATABASE_URL, PORT, SCOPE, POOL, AGGREGATES } = process.env;
const cipher = createFieldCipher(await loadPiiKeys(readEnv()));

const maskedName = ([sealed, rowId]) =>
  maskName(cipher.open(sealed, { table: 'member', column: 'name_sealed', rowId }));
const namesPlugin = extendSchema({
  typeDefs: gql`
    extend type Member {
      name: String
    }
  `,
  objects: {
    Member: {
      plans: { name: ($member) => lambda(list([$member.get('name_sealed'), $member.get('id')]), maskedName, true) },
    },
  },
});

const pgl = postgraphile({
  // Figures alone ask for groups, by PostGraphile's own plugin for them.
  extends: [
    PostGraphileAmberPreset,
    ...(AGGREGATES === undefined ? [] : [(await import('@graphile/pg-aggregates')).PgAggregatesPreset]),
  ],
  plugins: [namesPlugin],
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  schema: { defaultBehavior: '+list +connection' },
  pgServices: [
    makePgService({
      connectionString: DATABASE_URL,
      schemas: ['public', 'bench'],
      poolConfig: { max: Number(POOL) },
    }),
  ],
  grafast: { context: { pgSettings: { role: 'holdline_app', 'app.scope': SCOPE, statement_timeout: '5000' } } },
  grafserv: { graphiql: false, watch: false },
});

if (process.argv.includes('--print-schema')) {
  console.log(printSchema(await pgl.getSchema()));
  await pgl.release();
} else {
  const server = createServer();
  // A connection outlasts the turns of the others: one that is closed while it is written to looks like a server that fell over.
  server.keepAliveTimeout = 600_000;
  await pgl.createServ(grafserv).addTo(server);
  server.listen(Number(PORT), '127.0.0.1');
}
