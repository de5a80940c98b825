import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATION_NAMES } from '../../src/domain/jurisdiction/operations.js';
import { exportEvents, verifyRegister } from '../../src/features/audit/index.js';
import { readExample } from '../../src/explorer/example-source.js';
import { fillPlaceholders } from '../../src/explorer/placeholders.js';
import { noteObjects } from '../../src/explorer/seen-objects.js';
import { tellStory } from '../support/story.js';
import { type StoryApp, startStoryApp } from '../support/story-app.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/queries/', import.meta.url));
/** What the story enters of its people: names, an ID number, a phone, and what was said of an illness. */
const CANARIES = {
  name: '张德福',
  'name of the spouse': '李秀英',
  'ID number': '430121196503120018',
  phone: '19900000001',
  'words on illness': '长期患病',
  'findings on illness': '户主慢性病',
  'purpose of a read': '入户核实张德福的病情',
} as const;

let app: StoryApp;
const answers: string[] = [];
const printed: string[] = [];
const statements: string[] = [];

beforeAll(async () => {
  app = await startStoryApp({ LOG_LEVEL: 'trace' }, (line) => printed.push(line));
  const { ask } = app.stage;
  await tellStory({
    ...app.stage,
    async ask(person, query, variables) {
      const answer = await ask(person, query, variables);
      answers.push(JSON.stringify(answer));
      return answer;
    },
  });
  statements.push(...app.product.statements);
});
afterAll(() => app?.product.stop());

function expectNone(what: string, text: string): void {
  for (const [name, canary] of Object.entries(CANARIES))
    if (text.includes(canary)) {
      const at = text.indexOf(canary);
      expect.fail(`${what} shows the ${name}: …${text.slice(Math.max(0, at - 120), at + 60)}…`);
    }
}

/** The database as a dump has it: every row of every table, as text. */
async function dump(): Promise<Map<string, string>> {
  const ask = (text: string) =>
    app.product.app.engine.transaction(['BEGIN READ ONLY'], false, (connection) =>
      connection.query(text, [], 'object'),
    );
  const tables = (await ask(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)) as {
    name: string;
  }[];
  const texts = new Map<string, string>();
  for (const { name } of tables) texts.set(name, JSON.stringify(await ask(`SELECT t.*::text FROM ${name} t`)));
  return texts;
}

describe('threat 47 and threat 48 · canaries planted in the register', () => {
  it('are in no answer of the whole story, refusals and public notices included', () => {
    expect(answers.length).toBeGreaterThan(40);
    expectNone('an answer', answers.join('\n'));
  });

  it('are in no answer to any example, nor in its cursors, for any office without a purpose', async () => {
    const seen = new Map<string, string | number>();
    const offices = ['VILLAGE_WORKER', 'TOWNSHIP_OFFICER', 'COUNTY_OFFICER', 'AUDITOR'] as const;
    const token = await app.product.token(offices.map((role) => ({ role, region: '430121' })));
    const tried = readdirSync(EXAMPLES).filter((name) => name.endsWith('.graphql'));
    for (const file of tried.sort()) {
      const example = readExample(file, readFileSync(`${EXAMPLES}${file}`, 'utf8'));
      const variables = JSON.parse(fillPlaceholders(example.variables, seen, Date.now()) || '{}');
      const { data, errors } = await app.product.ask(token, example.query, variables);
      noteObjects(seen, data);
      const cursors = [...JSON.stringify(data).matchAll(/"(?:endCursor|startCursor|cursor)":"([^"]+)"/g)];
      const opened = cursors.map(([, cursor]) => Buffer.from(cursor!, 'base64url').toString('utf8'));
      const words = /purpose: ?"|\$purpose/.test(example.query) ? [] : [JSON.stringify({ data, errors })];
      expectNone(`an answer to ${file}`, [...words, ...opened].join('\n'));
    }
    expect(tried.length).toBeGreaterThan(15);
  });

  it('are shown where they are asked for with a purpose, so that the search would find them', async () => {
    const { data } = await app.ask(
      'village',
      'query ($p: String) { households { nodes { members { name(purpose: $p) idNumber(purpose: $p) phone(purpose: $p) } } } }',
      { p: CANARIES['purpose of a read'] },
    );
    const shown = JSON.stringify(data);
    for (const name of ['name', 'name of the spouse', 'ID number', 'phone'] as const)
      expect(shown).toContain(CANARIES[name]);
  });

  it('come back in no message where they are sent as bad values to every mutation', async () => {
    const canary = Object.values(CANARIES).join(' ');
    const mutations = OPERATION_NAMES.filter((name) => name.startsWith('Mutation.')).map((name) => name.slice(9));
    for (const name of mutations)
      for (const input of [
        { clientMutationId: 1 },
        { householdId: canary, caseId: canary, idNumber: canary, note: canary },
      ]) {
        const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
        const query = `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code message path } } }`;
        const { data, errors } = await app.ask('county', query, { input });
        expectNone(`a refusal of ${name}`, JSON.stringify([data, errors.map(({ message }) => message)]));
      }
  });

  it('come back in no message where they are sent as a value of each kind, or as the name of a field', async () => {
    for (const canary of Object.values(CANARIES))
      for (const [type, argument] of [
        ['Date', 'province(code: "430000") { monitoringLine(on: $x) { from } }'],
        ['RegionCode', 'region(code: $x) { name }'],
        ['DateTime', 'auditEvents(from: $x) { totalCount }'],
        ['Int', 'households(first: $x) { totalCount }'],
        ['HouseholdFilter', 'households(where: $x) { totalCount }'],
      ] as const)
        for (const x of type === 'HouseholdFilter'
          ? [{ [canary]: 1 }, { formerStatus: [canary] }, { size: { gt: canary } }]
          : [canary]) {
          const { data, errors } = await app.ask('county', `query($x: ${type}!) { ${argument} }`, { x });
          expect(errors.length, `${type} takes ${canary}`).toBeGreaterThan(0);
          expectNone(`a refusal of ${type}`, JSON.stringify([data, errors.map(({ message }) => message)]));
        }
  });

  it('are in no line of the audit export, no verification of the trail, and nothing that health says', async () => {
    const { app: product } = app.product;
    const lines: string[] = [];
    for await (const part of exportEvents(product.engine, { region: '000000', from: null, to: null }))
      lines.push(part.lines);
    expect(lines.join('').split('\n').length).toBeGreaterThan(40);
    expectNone('the audit export', lines.join(''));
    expectNone('a check of the trail', JSON.stringify(await verifyRegister({ engine: product.engine })));
    expectNone('health', JSON.stringify([await product.health(), product.provinces()]));
  });

  it('are in no row of any table of a dump, audit rows and idempotency keys included', async () => {
    const tables = await dump();
    expect(tables.size).toBeGreaterThan(20);
    for (const [table, text] of tables) expectNone(`table ${table}`, text);
  });

  it('are in no statement’s text, and in nothing that the process logged at its most talkative, faults of its own included', async () => {
    const { engine } = app.product.app;
    const asOwner = (text: string) =>
      engine.transaction(['BEGIN'], true, (connection) => connection.query(text, [], 'array'));
    await asOwner('ALTER TABLE member RENAME TO member_away');
    const broken = await app.ask(
      'village',
      '{ households { nodes { members { name(purpose: "入户核实张德福的病情") } } } }',
    );
    await asOwner('ALTER TABLE member_away RENAME TO member');
    expect(broken.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expectNone('a fault', JSON.stringify(broken));
    expect(printed.join('')).toContain('a resolver failed');
    expect(statements.length).toBeGreaterThan(100);
    expectNone('a statement', statements.join('\n'));
    expectNone('the output', printed.join('\n'));
  });
});
