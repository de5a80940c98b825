// Runs on its own, so that an exception nobody can catch ends this process and not the test runner.
import net from 'node:net';
import postgres from 'postgres';

const target = new URL(process.env.DATABASE_URL);
const links = new Set();
let bytesUntilCut = Number.POSITIVE_INFINITY;

const proxy = net.createServer((client) => {
  const server = net.connect(Number(target.port || 5432), target.hostname);
  const link = { client, server };
  links.add(link);
  for (const socket of [client, server]) {
    socket.on('error', () => undefined);
    socket.on('close', () => {
      links.delete(link);
      client.destroy();
      server.destroy();
    });
  }
  client.pipe(server);
  server.on('data', (bytes) => {
    bytesUntilCut -= bytes.length;
    if (bytesUntilCut > 0) return void client.write(bytes);
    bytesUntilCut = Number.POSITIVE_INFINITY;
    client.end(bytes.subarray(0, bytes.length >> 1));
    server.destroy();
  });
});
await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));

function cut(how) {
  for (const { client } of links) how === 'reset' ? client.resetAndDestroy() : client.destroy();
}
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const codeOf = (query) =>
  Promise.resolve(query).then(
    () => 'answered',
    (error) => error.code ?? error.message,
  );

const url = new URL(target);
url.hostname = '127.0.0.1';
url.port = String(proxy.address().port);
const sql = postgres(url.href, { max: 1, backoff: () => 0.01, fetch_types: false, onnotice: () => undefined });
const report = {};

// A transaction goes on asking after its connection has closed, and after `begin` itself has been refused.
await new Promise((resolve) => {
  sql
    .begin(async (transaction) => {
      await transaction`select 1`;
      cut('close');
      await pause(100);
      report.inTransaction = await Promise.all([
        codeOf(transaction`select 2`),
        codeOf(transaction`select ${'with a parameter'}::text`),
        codeOf(transaction.unsafe('select 3').simple()),
      ]);
      resolve();
    })
    .catch(() => undefined);
});
report.afterTransaction = (await sql`select 42 as answer`)[0].answer;

// A statement under way, and others written behind it.
const underWay = [sql`select pg_sleep(30)`, sql`select ${1}::int`, sql`select ${2}::int`].map(codeOf);
await pause(100);
cut('close');
report.underWay = await Promise.all(underWay);

// The connection ends in the middle of a result: its rows must not show in the next one.
bytesUntilCut = 200_000;
report.midResult = await codeOf(sql`select repeat('x', 1000) from generate_series(1, 2000)`);
report.afterMidResult = (await sql`select n from generate_series(1, 3) n`).map((row) => row.n);

// Cuts at every phase of many small writes; each must be settled.
let settled = 0;
for (let round = 0; round < 150; round += 1) {
  const queries = Array.from({ length: 5 }, (_, n) => codeOf(sql`select ${`${round}.${n}`}::text`));
  if (round % 3 === 1) await new Promise((resolve) => setImmediate(resolve));
  if (round % 3 === 2) await pause(1);
  cut(round % 2 === 0 ? 'reset' : 'close');
  settled += (await Promise.all(queries)).length;
}
report.settled = settled;
await pause(100); // until the last cut has arrived
report.afterStorm = (await sql`select 'alive' as state`)[0].state;

await sql.end({ timeout: 1 });
proxy.close();
process.stdout.write(JSON.stringify(report));
