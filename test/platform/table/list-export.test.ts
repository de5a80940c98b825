import { createHash } from 'node:crypto';
import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { type Entry, type SmallList, smallList } from './small-list.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ARROW = 'application/vnd.apache.arrow.stream';

const FIRST: Entry = {
  id: '430121199001010011',
  number: '430121001001000001',
  name: '=cmd|x',
  other: '\u202e张三',
  count: 2147483647,
  mean: 0.1,
  open: true,
  amount: 123456789012345,
  day: '2023-11-30',
  at: new Date('2023-11-30T16:30:00.250Z'),
  kind: 'LEAD',
  tags: ['大病', null, '-5'],
  extra: { a: 1 },
  place: { code: '430121', name: '长沙县' },
};
const SECOND: Entry = {
  id: 'e2',
  number: '007',
  name: '李, "四"\n二行',
  other: null,
  count: -3,
  mean: null,
  open: false,
  amount: -1250,
  day: '1899-12-31',
  at: null,
  kind: 'HOUSEHOLD',
  tags: null,
  extra: null,
  place: null,
};
const EVERYTHING = 'id number name other count mean open amount day at kind tags extra place { code name }';
const NAMES = `id number name other count mean open amount day at kind tags extra place.code place.name`.split(' ');
const TWO = (place: number): Entry => (place === 0 ? FIRST : SECOND);

async function ask(list: SmallList, accept: string, query: string, more: Record<string, unknown> = {}) {
  const { authorization, ...body } = more;
  const answer = await list.handler.answer({
    body: { query, ...body },
    accept,
    authorization: authorization as string | undefined,
    language: 'en',
    requestId: 'r-1',
  });
  const chunks: Buffer[] = [];
  if (answer.stream !== undefined) for await (const chunk of answer.stream) chunks.push(chunk as Buffer);
  return {
    ...answer,
    bytes: Buffer.concat(chunks),
    told: answer.stream === undefined ? JSON.parse(answer.body) : null,
  };
}

describe('a list as CSV', () => {
  it('has each value as the API writes it, texts guarded, empty fields for null, lines ended by CR LF', async () => {
    const list = await smallList(TWO, 2);
    const { bytes, status, contentType, headers } = await ask(
      list,
      'text/csv',
      `{ entries { nodes { ${EVERYTHING} } } }`,
    );
    expect({ status, contentType }).toEqual({ status: 200, contentType: 'text/csv; charset=utf-8' });
    expect(headers!['content-disposition']).toBe('attachment; filename="entries-2023-11-30.csv"');
    const text = bytes.toString('utf8');
    expect(text.split('\r\n')[0]).toBe(NAMES.join(','));
    expect(parse(text, { relax_column_count: false })).toEqual([
      NAMES,
      [
        ...['430121199001010011', '430121001001000001', "'=cmd|x", '\\u202E张三', '2147483647', '0.1', 'true'],
        ...['1234567890123.45', '2023-11-30', '2023-11-30T16:30:00.250Z', 'LEAD', '大病; ; -5', '{"a":1}', '430121'],
        '长沙县',
      ],
      ['e2', '007', '李, "四"\n二行', '', '-3', '', 'false', '-12.50', '1899-12-31', '', 'HOUSEHOLD', '', '', '', ''],
    ]);
  });

  it('has the Chinese terms for names where labels=zh, told apart where two are one, and the alias where there is one', async () => {
    const list = await smallList(TWO, 2);
    const query = '{ entries { nodes { number name other mine: name place { code } } } }';
    const { bytes } = await ask(list, 'text/csv; labels=zh', query);
    expect(bytes.toString('utf8').split('\r\n')[0]).toBe('户编号,姓名 name,姓名 other,mine,所在地·代码');
  });

  it('begins with the mark of UTF-8 where bom=true, and without names where header=absent', async () => {
    const list = await smallList(TWO, 1);
    const query = '{ entries { nodes { number } } }';
    expect((await ask(list, 'text/csv; bom=true', query)).bytes.toString('utf8')).toBe(
      '\ufeffnumber\r\n430121001001000001\r\n',
    );
    expect((await ask(list, 'text/csv;header=absent', query)).bytes.toString('utf8')).toBe('430121001001000001\r\n');
  });

  it('of nothing is a line of names', async () => {
    const list = await smallList(TWO, 0);
    expect((await ask(list, 'text/csv', '{ entries { nodes { id name } } }')).bytes.toString()).toBe('id,name\r\n');
    expect((await ask(list, 'text/csv', '{ none { id name } }')).bytes.toString()).toBe('id,name\r\n');
  });
});

describe('a list as XLSX', () => {
  it('keeps types: texts of 18 digits stay text, amounts are numbers with two decimals, days are days', async () => {
    const list = await smallList(TWO, 2);
    const { bytes, contentType } = await ask(list, XLSX, `{ entries { nodes { ${EVERYTHING} } } }`);
    expect(contentType).toBe(XLSX);
    const book = new excel.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const sheet = book.getWorksheet('Data')!;
    const values = (row: number) => NAMES.map((_, at) => sheet.getRow(row).getCell(at + 1).value);
    expect(values(1)).toEqual(NAMES);
    expect(values(2)).toEqual([
      ...['430121199001010011', '430121001001000001', "'=cmd|x", '\\u202E张三', 2147483647, 0.1, true],
      ...[1234567890123.45, new Date('2023-11-30T00:00:00Z'), new Date('2023-12-01T00:30:00.250Z'), 'LEAD'],
      ...['大病; ; -5', '{"a":1}', '430121', '长沙县'],
    ]);
    expect(values(3)).toEqual([
      ...['e2', '007', '李, "四"\n二行', null, -3, null, false, -12.5, new Date('1899-12-31T00:00:00Z'), null],
      ...['HOUSEHOLD', null, null, null, null],
    ]);
    const format = (name: string) => sheet.getRow(2).getCell(NAMES.indexOf(name) + 1).numFmt;
    expect([format('amount'), format('day'), format('id')]).toEqual(['0.00', 'yyyy-mm-dd', '@']);
    expect(sheet.getRow(2).getCell(1).type).toBe(excel.ValueType.String);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });
});

describe('a list as Arrow', () => {
  it('keeps types exactly, and text as it was entered', async () => {
    const list = await smallList(TWO, 2);
    const { bytes, contentType } = await ask(list, `${ARROW}; labels=en`, `{ entries { nodes { ${EVERYTHING} } } }`);
    expect(contentType).toBe(ARROW);
    const table = tableFromIPC(bytes);
    expect(table.schema.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
      ...['id Utf8', 'number Utf8', 'name Utf8', 'other Utf8', 'count Int32', 'mean Float64', 'open Bool'],
      ...['amount Decimal[18e+2]', 'day Date32<DAY>', 'at Timestamp<MILLISECOND, UTC>', 'kind Utf8'],
      ...['tags List<Utf8>', 'extra Utf8', 'place.code Utf8', 'place.name Utf8'],
    ]);
    expect(table.schema.fields[1]!.metadata.get('term')).toBe('户编号');
    const rows = table.toArray().map((row) => {
      const read = Object.fromEntries(Object.entries(row.toJSON()));
      return {
        ...read,
        amount: String(read['amount']),
        tags: read['tags'] && [...(read['tags'] as Iterable<unknown>)],
      };
    });
    expect(rows).toEqual([
      {
        ...{ id: '430121199001010011', number: '430121001001000001', name: '=cmd|x', other: '\u202e张三' },
        ...{ count: 2147483647, mean: 0.1, open: true, amount: '123456789012345', kind: 'LEAD', extra: '{"a":1}' },
        ...{ day: Date.UTC(2023, 10, 30), at: Date.UTC(2023, 10, 30, 16, 30, 0, 250), tags: ['大病', null, '-5'] },
        ...{ 'place.code': '430121', 'place.name': '长沙县' },
      },
      {
        ...{ id: 'e2', number: '007', name: '李, "四"\n二行', other: null, count: -3, mean: null, open: false },
        ...{ amount: '-1250', kind: 'HOUSEHOLD', extra: null, day: Date.UTC(1899, 11, 31), at: null, tags: null },
        ...{ 'place.code': null, 'place.name': null },
      },
    ]);
  });

  it('is one record batch a page, and of nothing a schema', async () => {
    const list = await smallList((place) => ({ ...SECOND, number: String(place) }), 450);
    const { bytes } = await ask(list, ARROW, '{ entries { nodes { number } } }');
    const table = tableFromIPC(bytes);
    expect(table.batches.map(({ numRows }) => numRows)).toEqual([200, 200, 50]);
    expect(table.getChild('number')!.get(449)).toBe('449');
    const none = tableFromIPC((await ask(await smallList(TWO, 0), ARROW, '{ entries { nodes { number } } }')).bytes);
    expect(none.schema.fields.map(({ name }) => name)).toEqual(['number']);
  });
});

describe('which query is a table', () => {
  const list = () => smallList(TWO, 2);

  it.each([
    ['edges, whose node is the row', '{ entries { edges { cursor node { number } } } }', 'cursor,number'],
    ['a plain list', '{ few { number } }', 'number'],
    ['the rows of an answer', '{ statistics { rows { number } } }', 'number'],
    ['a list below an object', '{ one { entries(first: 0) { nodes { number } } } }', 'number'],
    ['a list below an interface', '{ thing { ... on Entry { children { number } } } }', 'number'],
    [
      'fragments and aliases',
      '{ ...F } fragment F on Query { a: few { b: number ...G } } fragment G on Entry { id }',
      'b,id',
    ],
    [
      'conditions',
      'query($no: Boolean = false) { few { number name @include(if: $no) } one @skip(if: true) { id } }',
      'number',
    ],
    ['totalCount and pageInfo beside', '{ entries { totalCount pageInfo { endCursor } nodes { id } } }', 'id'],
  ])('%s', async (_, query, names) => {
    const { bytes, status, told } = await ask(await list(), 'text/csv', query);
    expect({ status, told }).toEqual({ status: 200, told: null });
    expect(bytes.toString('utf8').split('\r\n')[0]).toBe(names);
  });

  it('tells numbers and flags beside the list in a header', async () => {
    const query = '{ statistics { hidden: suppressed rows { number } } }';
    const { bytes, headers } = await ask(await list(), 'text/csv', query);
    expect(bytes.toString('utf8').split('\r\n')[0]).toBe('number');
    expect(headers!['holdline-beside']).toBe('{"statistics.hidden":3}');
  });

  it.each([
    ['{ one { id } }', /asks for no list/],
    ['{ words }', /asks for no list/],
    ['{ few { id } none { id } }', /2 lists, few, none/],
    ['{ few { id } words }', /Beside the list stands words/],
    ['{ entries { nodes { id children { id } entries { nodes { id } } } } }', /leave out children, entries/],
    ['{ entries { nodes { id } edges { cursor } } }', /`nodes` or for `edges`/],
    ['{ entries { edges { cursor } } }', /ask for `node`, once/],
    ['{ entries { totalCount } }', /`nodes` or for `edges`/],
    ['{ few { __typename } }', /at least one field/],
    ['{ few { number(purpose: "x") } }', /leave out `purpose`/],
    ['mutation { write { rows { id } } }', /send a change as JSON/],
  ])('%s is none, with 406 and what would do', async (query, message) => {
    const small = await list();
    const { status, told, contentType } = await ask(small, 'text/csv', query);
    expect({ status, contentType }).toEqual({ status: 406, contentType: 'application/json; charset=utf-8' });
    expect(told.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(told.errors[0].message).toMatch(message);
    expect({ acts: small.acts, spent: small.spent }).toEqual({ acts: [], spent: [100] });
  });

  it.each([
    ['{ entries(last: 5) { nodes { id } } }', {}, 400, 'BAD_USER_INPUT'],
    ['{ entries(first: 200001) { nodes { id } } }', {}, 400, 'BAD_USER_INPUT'],
    ['{ entries(first: -1) { nodes { id } } }', {}, 400, 'BAD_USER_INPUT'],
    ['{ entries(after: "made up") { nodes { id } } }', {}, 400, 'INVALID_CURSOR'],
    ['query($n: Int!) { entries(first: $n) { nodes { id } } }', { variables: { n: 'x' } }, 400, 'BAD_USER_INPUT'],
    ['{ entries { nodes { nothing } } }', {}, 400, 'BAD_REQUEST'],
    ['{ few { id }', {}, 400, 'BAD_REQUEST'],
    ['query A { few { id } } query B { few { id } }', {}, 400, 'BAD_REQUEST'],
    ['{ few { id } }', { authorization: 'bad' }, 401, 'UNAUTHENTICATED'],
    ['{ entries(failFrom: 0) { nodes { id } } }', {}, 500, 'INTERNAL_SERVER_ERROR'],
  ])('%s with %j is %i %s in JSON', async (query, more, status, code) => {
    const small = await list();
    const answer = await ask(small, XLSX, query, more);
    expect(answer.status).toBe(status);
    expect(answer.told.errors).toMatchObject([{ extensions: { code } }]);
    expect(small.acts).toEqual([]);
  });

  it.each([
    ['text/csv, application/json', 'text/csv; charset=utf-8'],
    ['application/json, text/csv', 'application/json; charset=utf-8'],
    ['text/csv;q=0.5, application/json;q=0.9', 'application/json; charset=utf-8'],
    [`text/csv;q=0.5, ${ARROW};q=0.9, */*`, ARROW],
    ['text/csv;q=0, */*', 'application/json; charset=utf-8'],
    ['TEXT/CSV', 'text/csv; charset=utf-8'],
  ])('is decided by Accept: %s gives %s', async (accept, type) => {
    expect((await ask(await list(), accept, '{ few { id } }')).contentType).toBe(type);
  });
});

describe('a long list', () => {
  const many = (place: number): Entry => ({ ...SECOND, number: String(place) });
  const numbers = (bytes: Buffer): number[] =>
    bytes
      .toString('utf8')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => Number(line.split(',', 1)[0]));

  it('is read to its end in pages of 200, each paid for, and told of when it begins and ends', async () => {
    const list = await smallList(many, 1001);
    const query = '{ entries { totalCount nodes { number } } }';
    const { bytes, headers, trailers } = await ask(list, 'text/csv', query);
    expect(numbers(bytes)).toEqual(Array.from({ length: 1001 }, (_, at) => at));
    expect(list.pages.map(({ first, from }) => [first, from])).toEqual(
      [0, 200, 400, 600, 800, 1000].map((at) => [200, at]),
    );
    expect(list.spent).toEqual(Array(6).fill(100 + 1 + 200 * 6));
    expect(headers).toMatchObject({ 'holdline-total-count': '1001', 'holdline-most-rows': '200000' });
    expect(trailers!()).toEqual({ 'Holdline-Rows': '1001' });
    const digest = createHash('sha256').update(query).digest('hex');
    expect(list.acts).toEqual([
      { stage: 'begun', operation: 'entries', document: digest, format: 'csv', rows: null, outcome: null },
      { stage: 'ended', operation: 'entries', document: digest, format: 'csv', rows: 1001, outcome: 'whole' },
    ]);
  });

  it('begins after a cursor and ends after `first` rows, and tells where to go on', async () => {
    const list = await smallList(many, 1001);
    const query = 'query($n: Int, $a: String) { entries(first: $n, after: $a) { nodes { number } } }';
    const { bytes, trailers } = await ask(list, 'text/csv', query, { variables: { n: 250, a: '700' } });
    expect(numbers(bytes)).toEqual(Array.from({ length: 250 }, (_, at) => 700 + at));
    expect(list.pages).toEqual([
      { first: 200, from: 700 },
      { first: 50, from: 900 },
    ]);
    expect(trailers!()).toEqual({ 'Holdline-Rows': '250', 'Holdline-Next': '950' });
    expect(list.acts.at(-1)).toMatchObject({ rows: 250, outcome: 'whole' });
  });

  it('is cut at the most rows of an export, and says so', async () => {
    const list = await smallList(many, 1001, { exportLimits: { rows: 300 } });
    const { bytes, trailers } = await ask(list, 'text/csv', '{ entries { nodes { number } } }');
    expect(numbers(bytes)).toHaveLength(300);
    expect(trailers!()).toEqual({ 'Holdline-Rows': '300', 'Holdline-Next': '300' });
    expect(list.acts.at(-1)).toMatchObject({ stage: 'ended', rows: 300, outcome: 'cut' });
  });

  it('comes in smaller pages where a whole one would cost too much', async () => {
    const list = await smallList(many, 300);
    const wide = Array.from({ length: 98 }, (_, at) => `f${at}: place { code name }`).join(' ');
    const { bytes } = await ask(list, 'text/csv', `{ entries { nodes { number ${wide} } } }`);
    expect(numbers(bytes)).toHaveLength(300);
    expect(list.pages.map(({ first }) => first)).toEqual([100, 100, 100]);
  });

  it('waits for what passes, and goes on with the same page', async () => {
    const list = await smallList(many, 500);
    const { bytes } = await ask(list, 'text/csv', '{ entries(failFrom: 200, how: "once") { nodes { number } } }');
    expect(numbers(bytes)).toEqual(Array.from({ length: 500 }, (_, at) => at));
    expect(list.pages.map(({ from }) => from)).toEqual([0, 200, 200, 400, 400]);
  });

  it('breaks off where a later page fails, and the trail tells how far it came', async () => {
    const list = await smallList(many, 500);
    await expect(ask(list, 'text/csv', '{ entries(failFrom: 400) { nodes { number } } }')).rejects.toThrow();
    await expect.poll(() => list.acts.at(-1)).toMatchObject({ stage: 'ended', rows: 400, outcome: 'broken' });
    expect(JSON.stringify(list.logged.map(String))).not.toContain('张三');
  });

  it('breaks off where the token is taken back meanwhile', async () => {
    let asked = 0;
    const list = await smallList(many, 500);
    const again = await smallList(many, 500, {
      contextFor: async (request) => {
        asked += 1;
        if (asked > 2) throw new Error('revoked');
        return {
          principal: null,
          requestId: request.requestId,
          language: 'en',
          today: '2023-11-30' as never,
          now: new Date(0),
          loaders: new Map(),
        };
      },
    });
    expect(list.acts).toEqual([]);
    await expect(ask(again, 'text/csv', '{ entries { nodes { number } } }')).rejects.toThrow('revoked');
    expect(again.pages).toHaveLength(2);
  });

  it('sends nothing where its beginning cannot be recorded, and no end where that cannot', async () => {
    const broken = await smallList(many, 500, { onExport: () => Promise.reject(new Error('no trail')) });
    expect(await ask(broken, 'text/csv', '{ entries { nodes { number } } }')).toMatchObject({ status: 500 });
    const list = await smallList(many, 500, {
      onExport: (_, { stage }) => (stage === 'begun' ? Promise.resolve() : Promise.reject(new Error('no trail'))),
    });
    await expect(ask(list, 'text/csv', '{ entries { nodes { number } } }')).rejects.toThrow('no trail');
  });

  it('is refused to a caller who has two under way, until one is over', async () => {
    const list = await smallList(many, 500);
    const begin = () =>
      list.handler.answer({
        body: { query: '{ entries { nodes { number } } }' },
        accept: 'text/csv',
        authorization: 'mine',
        language: 'en',
        requestId: 'r-1',
      });
    const [one, two] = [await begin(), await begin()];
    expect(await begin()).toMatchObject({ status: 429, retryAfterSeconds: 10 });
    expect((await ask(list, 'text/csv', '{ few { id } }', { authorization: 'theirs' })).status).toBe(200);
    one.stream!.destroy();
    await expect.poll(() => list.acts.at(-1)).toMatchObject({ stage: 'ended', rows: 0, outcome: 'broken' });
    const three = await begin();
    expect(three.status).toBe(200);
    for (const { stream } of [two, three]) stream!.destroy();
  });
});
