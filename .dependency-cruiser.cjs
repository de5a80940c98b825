/** The house's arrows: rooms meet only on the same floor, and stairs go down (docs/adr/0002-the-house.md). */
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'domain/ decides; it imports domain/ and nothing else: no package, no node:, no clock, no database.',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'sdk-sees-domain-and-zod',
      severity: 'error',
      comment:
        'The province SDK must stay publishable without the server; acorn and eslint-scope read the text of a function.',
      from: { path: '^src/province-sdk/' },
      to: { pathNot: ['^src/(province-sdk|domain)/', 'node_modules/(zod|acorn|eslint-scope)/'] },
    },
    {
      name: 'province-imports-sdk-only',
      severity: 'error',
      comment: 'A province imports the SDK, its own folder and the national baseline.',
      from: { path: '^provinces/([^/]+)/' },
      to: { pathNot: ['^src/province-sdk/index[.]ts$', '^provinces/$1/', '^provinces/national/index[.]ts$'] },
    },
    {
      name: 'only-the-catalogue-loads-provinces',
      severity: 'error',
      comment: 'The server meets provinces in catalogue.ts and nowhere else.',
      from: { path: '^src/', pathNot: '^src/catalogue[.]ts$' },
      to: { path: '^provinces/' },
    },
    {
      name: 'service-floor',
      severity: 'error',
      comment: 'A service enters another room by its front door, index.ts.',
      from: { path: '^src/features/([^/]+)/.+[.]service[.]ts$' },
      to: { path: '^src/features/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index[.]ts$'] },
    },
    {
      name: 'graphql-floor',
      severity: 'error',
      comment: 'Resolvers, types and loaders name another room by its *.graphql.ts, its inputs or its index.ts.',
      from: { path: '^src/features/([^/]+)/.+[.](resolver|graphql|input|loader)[.]ts$' },
      to: {
        path: '^src/features/',
        pathNot: [
          '^src/features/$1/',
          '^src/features/[^/]+/index[.]ts$',
          '^src/features/[^/]+/[^/]+[.](graphql|input)[.]ts$',
        ],
      },
    },
    {
      name: 'sql-floor',
      severity: 'error',
      comment:
        'Repositories and tables name another room by its tables (joins, keys), its shapes (reading ahead) or its index.ts.',
      from: { path: '^src/features/([^/]+)/.+[.](repository|table)[.]ts$' },
      to: {
        path: '^src/features/',
        pathNot: [
          '^src/features/$1/',
          '^src/features/[^/]+/index[.]ts$',
          '^src/features/[^/]+/[^/]+[.]table[.]ts$',
          '^src/features/[^/]+/[^/]+-(shape|filter)[.]repository[.]ts$',
        ],
      },
    },
    {
      name: 'door-shows-no-resolver',
      severity: 'error',
      comment: 'index.ts shows services, plain types and what joins a transaction; never resolvers, inputs or tables.',
      from: { path: '^src/features/[^/]+/index[.]ts$' },
      to: { path: '[.](resolver|graphql|input|loader|table)[.]ts$' },
    },
    {
      name: 'table-names-tables-only',
      severity: 'error',
      comment: 'A table file imports other tables, the words of the domain and the columns of platform/database.',
      from: { path: '[.]table[.]ts$' },
      to: {
        path: '^(src|provinces)/',
        pathNot: '([.]table[.]ts$|^src/domain/|^src/platform/database/table-kind[.]ts$)',
      },
    },
    {
      name: 'resolver-asks-the-service',
      severity: 'error',
      comment: 'Resolvers never touch repositories or tables, but for the types of rows.',
      from: { path: '[.]resolver[.]ts$' },
      to: { path: '[.](repository|table)[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'service-knows-no-graphql',
      severity: 'error',
      comment: 'Services must be callable from a script or a job.',
      from: { path: '[.]service[.]ts$' },
      to: { path: ['[.](resolver|graphql|input|loader)[.]ts$', 'node_modules/(type-graphql|graphql|@apollo)/'] },
    },
    {
      name: 'repository-looks-down',
      severity: 'error',
      comment: 'Data flows one way.',
      from: { path: '[.]repository[.]ts$' },
      to: { path: '[.](resolver|graphql|input|service)[.]ts$' },
    },
    {
      name: 'sql-lives-in-repositories',
      severity: 'error',
      comment: 'Where is the SQL? In repositories, tables and platform/database.',
      from: { path: '^src/', pathNot: '([.](repository|table)[.]ts$|^src/platform/database/)' },
      to: { path: 'node_modules/(drizzle-orm|postgres|@electric-sql/pglite)/' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      comment: 'platform/ could serve another product.',
      from: { path: '^src/platform/' },
      to: { path: '^(src/(features|app|main)|provinces/)' },
    },
    { name: 'no-circular', severity: 'error', comment: 'Follow the arrow one way.', from: {}, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/explorer/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      mainFields: ['main', 'types'],
    },
  },
};
