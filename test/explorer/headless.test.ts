import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureBundle } from './built-bundle.js';
import { findChromium, Page } from './headless-chromium.js';
import { type Preview, startPreview } from './preview-server.js';

const chromium = findChromium();
if (!chromium) console.warn('The explorer was not tried in a browser: no chromium on this machine.');

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = [
  part({ alg: 'EdDSA' }),
  part({ sub: 'officer', grants: [{ role: 'COUNTY_OFFICER', region: '430121' }], exp: 4_102_444_800 }),
  'c2ln',
].join('.');
const click = (selector: string): string => `document.querySelector(${JSON.stringify(selector)}).click()`;
const shown = (text: string): string => `document.body.innerText.includes(${JSON.stringify(text)})`;

describe.runIf(chromium)('the explorer in a browser that can reach no host but ours', () => {
  let preview: Preview;
  let page: Page;
  beforeAll(async () => {
    ensureBundle();
    preview = await startPreview();
    page = await Page.open(chromium ?? '');
    await page.goto(`${preview.origin}/`);
    await page.until("document.querySelector('.graphiql-query-editor .view-line')");
  });
  afterAll(async () => {
    const folder = process.env.EXPLORER_SCREENSHOTS;
    if (folder) await page.screenshot(join(folder, 'explorer.png'));
    await page.close();
    await preview.close();
  });

  it('draws its title, the first example and the command for a token', async () => {
    await page.until(shown('守线'));
    await page.until(shown('Holdline'));
    await page.until(shown('npm run -s token -- --role COUNTY_OFFICER'));
    await page.until("document.querySelectorAll('.holdline-example').length >= 14");
  });

  it('sends the pasted token with the next operation and keeps it in the tab alone', async () => {
    await page.type('.holdline-token input', `Bearer ${token}\n`);
    await page.until(shown('COUNTY_OFFICER 430121'));
    await page.evaluate(click('.graphiql-execute-button'));
    await page.until("document.querySelector('.graphiql-response .view-lines')?.textContent.includes('王*')");
    expect(preview.operations.at(-1)).toMatchObject({ authorization: `Bearer ${token}` });
    expect(await page.evaluate("sessionStorage.getItem('holdline:token')")).toBe(token);
    expect(await page.evaluate('JSON.stringify(localStorage)')).toBe('{}');
    expect(await page.evaluate('location.href')).toBe(`${preview.origin}/`);
  });

  it('fills the id that was seen last into the next example', async () => {
    await page.evaluate(click('[data-example="04-household-with-members"]'));
    const variables = "document.querySelector('.graphiql-editor-tool .view-lines').textContent";
    const id = Buffer.from('Household:430121:01890a5d-ac96-774b-bcce-b302099a8057').toString('base64url');
    await page.until(`${variables}.includes(${JSON.stringify(id.slice(0, 24))})`);
  });

  it('asks for answers in the language chosen', async () => {
    const choose = `(() => {
      const select = document.querySelector('.holdline-bar select');
      select.value = 'zh';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    })()`;
    await page.evaluate(choose);
    await page.until(shown('示例操作'));
    const before = preview.operations.length;
    await page.evaluate(click('.graphiql-execute-button'));
    await vi.waitUntil(() => preview.operations.length > before, { timeout: 20_000 });
    expect(preview.operations.at(-1)?.language).toBe('zh-CN');
  });

  it('asked no other host for anything and was refused nothing by the policy', async () => {
    const isWorker = (url: string): boolean => url.includes('/explorer/assets/graphql.worker-');
    await vi.waitUntil(() => page.requests.some(isWorker), { timeout: 20_000 });
    const isOurs = (url: string): boolean => url.startsWith(preview.origin) || /^(data|blob|about):/.test(url);
    expect(page.requests.filter((url) => !isOurs(url))).toEqual([]);
    expect(page.complaints).toEqual([]);
  });

  it('would have noticed a request to another host', async () => {
    await page.evaluate("fetch('http://registry.invalid/').catch(() => 'refused')");
    await vi.waitUntil(() => page.complaints.length > 0, { timeout: 20_000 });
    expect(page.complaints.join()).toMatch(/registry\.invalid.*Content Security Policy/);
  });
});
