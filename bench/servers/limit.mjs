// The practical limit: hand-written SQL that answers JSON, behind a bare node:http server. The envelope is the product's
// (BEGIN, role, scope, timeout, COMMIT), every statement of a transaction sent in one burst. No token, no GraphQL, no rules.
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import postgres from 'postgres';
import { uuidv7 } from 'uuidv7';
import { maskName } from '../../dist/src/domain/household/mask-personal-data.js';
import { readEnv } from '../../dist/src/platform/config/env.js';
import { createFieldCipher } from '../../dist/src/platform/crypto/aes-field-cipher.js';
import { loadPiiKeys } from '../../dist/src/platform/crypto/load-pii-keys.js';
import { ANSWER, caseInserts, LOCK, withParameters } from './case-sql.mjs';
import { HOUSEHOLD, HOUSEHOLD_WITH_NAMES, PAGE, PAGE_WITH_NAMES, pageAnswer } from './limit-sql.mjs';

const { DATABASE_URL, PORT, SCOPE, POOL, CASE_TEMPLATE } = process.env;
const cipher = createFieldCipher(await loadPiiKeys(readEnv()));
const opening = (begin, milliseconds) => [
  begin,
  'SET LOCAL ROLE holdline_app',
  `SET LOCAL app.scope = '${SCOPE}'`,
  `SET LOCAL statement_timeout = ${milliseconds}`,
];
const READ = opening('BEGIN READ ONLY', 5_000);
const WRITE = opening('BEGIN', 10_000);

/** Clients of one connection each: what is sent without waiting stays in order and travels together. */
const clients = Array.from({ length: Number(POOL) }, () => ({
  underWay: 0,
  sql: postgres(DATABASE_URL, { max: 1, fetch_types: false, onnotice: () => undefined }),
}));
const ignore = () => undefined;

function leastBusy() {
  let best = clients[0];
  for (const client of clients) if (client.underWay < best.underWay) best = client;
  return best;
}

async function read(statement, parameters) {
  const client = leastBusy();
  client.underWay += 1;
  for (const text of READ) client.sql.unsafe(text).catch(ignore);
  const rows = client.sql.unsafe(statement, parameters, { prepare: true }).values();
  client.sql.unsafe('COMMIT').catch(ignore);
  try {
    return await rows;
  } finally {
    client.underWay -= 1;
  }
}

async function write(statements, answering) {
  const client = leastBusy();
  client.underWay += 1;
  for (const text of WRITE) client.sql.unsafe(text).catch(ignore);
  const sent = statements.map(([text, parameters]) => client.sql.unsafe(text, parameters, { prepare: true }).values());
  const committed = client.sql.unsafe('COMMIT');
  try {
    const results = await Promise.all(sent);
    await committed;
    return results[answering][0][0];
  } finally {
    client.underWay -= 1;
  }
}

const SEALED_NAME = /"name":"([0-9a-f-]{36}) ([^"]+)"/g;

function showNames(text) {
  return text.replace(SEALED_NAME, (_, rowId, sealed) => {
    const name = cipher.open(sealed, { table: 'member', column: 'name_sealed', rowId });
    return `"name":${JSON.stringify(maskName(name))}`;
  });
}

const caseStatements = CASE_TEMPLATE === undefined ? [] : statementsOf(JSON.parse(CASE_TEMPLATE));
/** Place of the statement that answers. */
const ANSWERING = 2;
const MOST_STEPS = CASE_TEMPLATE === undefined ? 0 : JSON.parse(CASE_TEMPLATE).procedure_step.length;
const digest = (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

function statementsOf(template) {
  const { key, run, steps, event, ...inserts } = caseInserts(template);
  const insertCase = `${inserts.case} RETURNING json_build_object('openCase', json_build_object('case', ${ANSWER}))::text`;
  return [key, LOCK, insertCase, run, steps, event].map(withParameters);
}

/** The rows that the product writes: idempotency key, case, run, steps, audit event; nothing is decided. */
function openCase({ county, householdId, channel, openedOn, idempotencyKey }) {
  const [caseId, at] = [uuidv7(), new Date().toISOString()];
  const change = { status: 'UNDER_IDENTIFICATION', channel, emergency: false, version: 1 };
  const values = {
    county,
    householdId,
    channel,
    openedOn,
    caseId,
    at,
    runId: uuidv7(),
    keyDigest: digest(['bench', 'openCase', idempotencyKey]),
    inputDigest: digest({ householdId, channel, openedOn }),
    result: JSON.stringify({ county, case: caseId }),
    change: JSON.stringify(change),
    hash: digest({ county, subject: caseId, sequence: 1, at, openedOn, actor: 'bench', change }),
    requestId: randomUUID(),
    eventId: uuidv7(),
  };
  for (let n = 0; n < MOST_STEPS; n += 1) values[`step${n}`] = uuidv7();
  return write(
    caseStatements.map((statement) => statement(values)),
    ANSWERING,
  );
}

const readHousehold = async (text, { county, id }) => (await read(text, [county, id]))[0][0];
const readPage = async (text, { county, status, category }) => pageAnswer(await read(text, [county, status, category]));

const ROUTES = {
  '/W1': (asked) => readHousehold(HOUSEHOLD, asked),
  '/W1n': async (asked) => showNames(await readHousehold(HOUSEHOLD_WITH_NAMES, asked)),
  '/W2': (asked) => readPage(PAGE, asked),
  '/W2n': async (asked) => showNames(await readPage(PAGE_WITH_NAMES, asked)),
  '/W5': openCase,
};

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      const answer = await ROUTES[request.url](JSON.parse(Buffer.concat(chunks)));
      const body = `{"data":${answer}}`;
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
});
server.listen(Number(PORT), '127.0.0.1');
