import { Resvg } from '@resvg/resvg-js';
import { afterAll, describe, expect, it } from 'vitest';
import { ChartPictures, type ChartRequest } from '../../../src/platform/chart/chart-pictures.js';
import { ChartDrawer } from '../../../src/platform/chart/chart-drawer.js';
import { openDoor } from '../http/small-door.js';
import { RawConnection } from '../http/raw-connection.js';
import { type Entry, smallList } from '../table/small-list.js';

const COUNTIES = ['长沙县', '望城区', '浏阳市', '宁乡市'];
/** Eight entries: each county in both kinds. */
const entry = (at: number): Entry => ({
  id: `e${at}`,
  number: String(at),
  name: COUNTIES[at % 4],
  kind: at < 4 ? 'HOUSEHOLD' : 'LEAD',
  count: at * 10,
  amount: at === 5 ? null : at * 100_000,
  day: `2023-0${8 - (at % 8)}-01`,
  place: { code: `43012${at}`, name: '<b>&' },
});
const QUERY = '{ entries { nodes { number name kind count amount day place { name } } } }';

const drawer = new ChartDrawer();
afterAll(() => drawer.close());

const pictures = async (length = 8, entryAt = entry) => {
  const list = await smallList(entryAt, length);
  const charts = new ChartPictures(list.handler, drawer);
  const ask = (kind: ChartRequest['kind'], chart: unknown, more: Partial<ChartRequest> = {}) =>
    charts.answer({
      kind,
      picture: 'svg',
      chart,
      body: { query: QUERY },
      authorization: undefined,
      language: 'zh',
      requestId: 'r-1',
      ...more,
    });
  return { ask, charts, list };
};
const textsOf = (svg: unknown): string[] =>
  [...String(svg).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
const faultsOf = ({ body }: { readonly body: string | Buffer }) => {
  const [error] = JSON.parse(String(body)).errors;
  return (
    error.extensions.faults?.map(({ path, message }: { path: string[]; message: string }) => `${path}: ${message}`) ??
    error.message
  );
};

describe('a chart of a query', () => {
  it.each([
    ['bar', { x: 'name', y: 'count', series: 'kind' }],
    ['bar', { x: 'number', y: ['count', 'amount'], stacked: true }],
    ['line', { x: 'day', y: 'amount' }],
    ['area', { x: 'name', y: 'count', series: 'kind' }],
    ['heat', { x: 'name', y: 'count', series: 'kind' }],
    ['grid', { x: 'number', y: 'amount' }],
  ] as const)('is drawn as %s with %j', async (kind, chart) => {
    const { ask } = await pictures();
    const { status, contentType, body, headers } = await ask(kind, { ...chart, title: '监测对象' });
    expect({ status, contentType, told: status === 200 ? null : body }).toEqual({
      status: 200,
      contentType: 'image/svg+xml',
      told: null,
    });
    expect(String(body)).toMatch(/^<svg role="img" width="960" height="540" [^>]*><title>监测对象<\/title>/);
    expect(textsOf(body)).toContain('监测对象');
    expect(String(body)).not.toMatch(/<style|class=|ecmeta/);
    expect(headers!['content-disposition']).toBe('inline; filename="entries.svg"');
    expect(new Resvg(String(body)).toString()).not.toBe('');
  });

  it('has Chinese terms in Chinese and response keys in English, units of money, and days in their order', async () => {
    const { ask } = await pictures();
    const chinese = textsOf((await ask('bar', { x: 'name', y: 'count', series: 'kind' })).body);
    expect(chinese).toEqual(expect.arrayContaining([...COUNTIES, 'HOUSEHOLD', 'LEAD', '姓名']));
    const english = textsOf((await ask('line', { x: 'day', y: 'amount', language: 'en' })).body);
    expect(english).toContain('amount (yuan)');
    const days = english.filter((text) => /^2023-/.test(text));
    expect(days).toEqual([...days].sort());
    expect(days).toHaveLength(8);
  });

  it('takes texts for texts: nothing in a name or a title becomes markup', async () => {
    const { ask } = await pictures(1);
    const { body } = await ask('bar', { x: 'place.name', y: 'count', title: '</text><script>alert(1)</script>' });
    expect(String(body)).not.toMatch(/<script|<b>/);
    expect(textsOf(body)).toContain('&lt;b&gt;&amp;');
  });

  it('of nothing is an empty chart', async () => {
    const { ask } = await pictures(0);
    for (const [kind, chart] of [
      ['bar', { x: 'name', y: 'count' }],
      ['heat', { x: 'name', y: 'count', series: 'kind' }],
      ['grid', { x: 'name', y: 'count' }],
    ] as const)
      expect((await ask(kind, chart)).status, kind).toBe(200);
  });
});

describe('a chart as PNG', () => {
  it('has the size that is asked for, in pixels', async () => {
    const { ask } = await pictures();
    const { body, contentType } = await ask(
      'bar',
      { x: 'name', y: 'count', series: 'kind', width: 400, height: 300, scale: 2 },
      { picture: 'png' },
    );
    expect(contentType).toBe('image/png');
    const png = body as Buffer;
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 600]);
  });

  it('has its Chinese letters really drawn, each in its own form, with no font of the machine', async () => {
    const frame = (png: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="320" height="240"><image width="320" height="240" xlink:href="data:image/png;base64,${png}"/></svg>`;
    const pixels = async (text: string) => {
      const title = { text, textStyle: { fontFamily: 'Noto Sans SC', fontWeight: 'normal' } };
      const png = (await drawer.draw({ option: { title }, width: 320, height: 240, scale: 1 })) as Buffer;
      return new Resvg(frame(png.toString('base64'))).render().pixels;
    };
    const inked = (bytes: Buffer) => bytes.filter((_, at) => at % 4 === 3 && bytes[at]! > 128).length;
    const [none, one, other, missing] = [
      await pixels(''),
      await pixels('监测'),
      await pixels('帮扶'),
      await pixels('\u{10FFFE}\u{10FFFE}'),
    ];
    expect(inked(none)).toBe(0);
    expect(inked(one)).toBeGreaterThan(100);
    // Two other letters, and what no font has, look different: no boxes.
    expect(one.equals(other)).toBe(false);
    expect(one.equals(missing)).toBe(false);
  });
});

describe('a description that will not do', () => {
  it('is refused with every fault named', async () => {
    const { ask, list } = await pictures();
    const wrong = { y: [], width: 10, height: 1e9, colour: 'red', title: 'x'.repeat(81) };
    const answer = await ask('bar', wrong);
    expect(answer.status).toBe(400);
    expect(
      faultsOf(answer)
        .map((fault: string) => fault.split(':')[0])
        .sort(),
    ).toEqual(['', 'height', 'title', 'width', 'x', 'y']);
    expect(list.pages).toEqual([]);
  });

  it.each([
    [
      'bar',
      { x: 'nothing', y: 'name' },
      /^x: the table has no column nothing; it has number, name, .*, y: name is no number$/,
    ],
    ['heat', { x: 'name', y: ['count', 'amount'] }, /^series: a heat table needs .*, y: one measure/],
    ['grid', { x: 'name', y: 'count', series: 'kind' }, /^series: a grid has one tile/],
    ['bar', { x: 'name', y: 'count' }, /^Two rows stand for 长沙县/],
    ['bar', null, /^x: .*, y: /],
  ] as const)('%s with %j says what would do', async (kind, chart, message) => {
    const { ask } = await pictures();
    const answer = await ask(kind, chart);
    expect(answer.status).toBe(400);
    expect(String(faultsOf(answer)).replaceAll(',', ', ').replaceAll(',  ', ', ')).toMatch(message);
  });

  it.each([
    [501, { x: 'number', y: 'count' }, 400, /501 × 1 marks; at most 500/],
    [2001, { x: 'number', y: 'count' }, 406, /more than 2000 rows/],
  ])('is one of %i rows', async (rows, chart, status, message) => {
    const { ask } = await pictures(rows);
    const answer = await ask('bar', chart);
    expect(answer.status).toBe(status);
    expect(JSON.parse(String(answer.body)).errors[0].message).toMatch(message);
  });

  it('is one of a query that is no table, or that may not be asked, in JSON with its status', async () => {
    const { ask } = await pictures();
    expect(await ask('bar', { x: 'a', y: 'b' }, { body: { query: '{ one { id } }' } })).toMatchObject({ status: 406 });
    expect(await ask('bar', { x: 'a', y: 'b' }, { authorization: 'bad' })).toMatchObject({ status: 401 });
    expect(await ask('bar', { x: 'a', y: 'b' }, { body: {} })).toMatchObject({ status: 400 });
  });
});

describe('pictures over HTTP', () => {
  const chart = JSON.stringify({ x: 'name', y: 'count', series: 'kind' });
  const address = (more = '') =>
    `/charts/bar.svg?query=${encodeURIComponent(QUERY)}&chart=${encodeURIComponent(chart)}${more}`;

  it('come by GET and by POST, and are kept nowhere', async () => {
    const { charts } = await pictures();
    const door = await openDoor({ charts });
    const got = await fetch(door.url + address());
    expect([got.status, got.headers.get('content-type'), got.headers.get('cache-control')]).toEqual([
      200,
      'image/svg+xml',
      'no-store',
    ]);
    expect(got.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
    const posted = await fetch(`${door.url}/charts/bar.svg`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY, chart: JSON.parse(chart) }),
    });
    expect(await posted.text()).toBe(await got.text());
    const raw = new RawConnection(door.port).send(`HEAD ${address()} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    await raw.closed;
    expect(raw.received).toMatch(/200 OK[\s\S]*\r\n\r\n$/);
  });

  it.each([
    ['GET', '/charts/pie.svg', 404],
    ['GET', '/charts/bar.gif', 404],
    ['DELETE', '/charts/bar.svg', 405],
    ['GET', address('&access_token=x'), 400],
    ['GET', address('&chart=%7B%7D'), 400],
    ['GET', '/charts/bar.svg?query=%7Bping%7D&chart=%5B%5D', 400],
    ['GET', '/charts/bar.svg?query=%7Bping%7D&variables=%7B', 400],
    ['POST', '/charts/bar.svg', 415],
    ['POST', address(), 400],
  ])('%s %s is %i in JSON', async (method, path, status) => {
    const { charts } = await pictures();
    const door = await openDoor({ charts });
    const answer = await fetch(door.url + path, { method });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
  });

  it.each([
    ['an ID number', '&variables=%7B%22a%22%3A%22110101199003070011%22%7D', true],
    ['a phone', '&variables=%7B%22a%22%3A%2213800138000%22%7D', true],
    ['a name', '&variables=%7B%22a%22%3A%22%E7%A4%BA%E4%BE%8B%22%7D', true],
    ['a region and a day', '&variables=%7B%22a%22%3A%22430121001001%22%2C%22b%22%3A%222023-11-30%22%7D', false],
  ])('have by GET %s in the address, refused where it may be personal', async (_, more, refused) => {
    const { charts } = await pictures();
    const door = await openDoor({ charts });
    const answer = await (await fetch(door.url + address(more))).text();
    expect(answer.includes('may be personal data')).toBe(refused);
  });

  it('are drawn in a thread of their own, one at a time; eight wait, and two of one caller', async () => {
    const { ask, list } = await pictures(300, (at) => ({ ...entry(at % 8), number: String(at) }));
    const draw = (authorization: string) => ask('bar', { x: 'number', y: 'count' }, { authorization });
    const own = await Promise.all(Array.from({ length: 3 }, () => draw('one')));
    expect(own.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
    const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => draw(`caller ${at}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 429, 429, 429]);
    expect(answers.find(({ status }) => status === 429)!.retryAfterSeconds).toBe(10);
    expect(list.logged).toEqual([]);
    expect(list.acts).toHaveLength(11);
    expect(list.acts[0]).toMatchObject({ stage: 'ended', operation: 'entries', format: 'svg', rows: 300 });
  });

  it('that fail or end their thread fail alone', async () => {
    const own = new ChartDrawer();
    const order = { option: {}, width: 320, height: 240, scale: null };
    await expect(
      own.draw({ ...order, option: { series: [{ type: 'custom', renderItem: 'no function' }] } }),
    ).rejects.toThrow(/not drawn/);
    const cut = own.draw({ ...order, option: { xAxis: {}, yAxis: {}, series: [] } });
    setImmediate(() => void own.close());
    await expect(cut).rejects.toThrow(/ended/);
    expect(await own.draw(order)).toContain('<svg');
    await own.close();
  });
});
