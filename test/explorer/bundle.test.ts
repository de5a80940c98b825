import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExample } from '../../src/explorer/example-source.js';
import { BUNDLE, bundleFiles, ensureBundle, PROJECT } from './built-bundle.js';
import { type Preview, startPreview } from './preview-server.js';

const PAGES = ['index.html', 'guide.html'];
const EXAMPLES = join(PROJECT, 'examples/queries');

/** Addresses that a browser would fetch by itself, out of markup and style sheets. */
const loadedBy = (text: string): string[] =>
  [...text.matchAll(/(?:\bsrc|<link[^>]*\bhref)\s*=\s*"([^"]+)"|url\(\s*["']?([^"')]+)|@import\s*["']([^"']+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );

/** Addresses that a script would fetch: the first argument of a loading call, where it is a literal. */
const fetchedBy = (text: string): string[] =>
  [
    ...text.matchAll(
      /\b(?:fetch|import|importScripts|sendBeacon|Worker|WebSocket|EventSource|URL)\(\s*(?:""\s*\+\s*)?["'`]([^"'`]*)["'`]/g,
    ),
  ].map((match) => match[1] ?? '');

const isForeign = (address: string): boolean => /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(address);

describe('the built explorer', () => {
  beforeAll(ensureBundle);

  it('fetches nothing from another host out of markup and style sheets', () => {
    const files = bundleFiles('.html', '.css', '.svg');
    const addresses = files.flatMap(({ text }) => loadedBy(text));
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter(isForeign)).toEqual([]);
  });

  it('fetches nothing from another host out of its scripts', () => {
    const addresses = bundleFiles('.js').flatMap(({ text }) => fetchedBy(text));
    expect(addresses).toContain('/graphql');
    expect(addresses.filter(isForeign)).toEqual([]);
  });

  it('would notice a fetch from another host', () => {
    expect(loadedBy('<link rel="preconnect" href="https://fonts.example"><img src="//x.example/a.png">')).toEqual([
      'https://fonts.example',
      '//x.example/a.png',
    ]);
    const planted = 'fetch(`https://x.example/a`);new Worker("//cdn.example/w.js");import("http://x.example/m.js")';
    expect([...fetchedBy(planted), ...loadedBy('a{b:url(https://x.example/f)}')].filter(isForeign)).toHaveLength(4);
  });

  it('names no content delivery network and no font service anywhere', () => {
    const networks =
      /unpkg\.com|jsdelivr|cdnjs|esm\.sh|skypack|googleapis\.com|gstatic\.com|fonts\.bunny|google-analytics/i;
    for (const { path, text } of bundleFiles('.js', '.css', '.html'))
      expect(networks.exec(text)?.[0], path).toBeUndefined();
  });

  it.each(PAGES)('carries no inline script, handler or javascript: address in %s', (page) => {
    const html = readFileSync(join(BUNDLE, page), 'utf8');
    const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
    for (const [, attributes, body] of scripts) {
      expect(attributes).toMatch(/\bsrc="\/explorer\/assets\//);
      expect(body).toBe('');
    }
    expect(html).not.toMatch(/\son\w+\s*=|javascript:|<base\b|<meta[^>]+http-equiv/i);
  });

  it('evaluates no text as a program, so that script-src needs no unsafe-eval', () => {
    for (const { path, text } of bundleFiles('.js'))
      expect(/(?<![\w$.])eval\(|\bnew Function\(|(?<![\w$.])Function\(\s*["'`]/.exec(text)?.[0], path).toBeUndefined();
  });

  it('starts its workers from files of its own, not from blob: addresses', () => {
    const scripts = readdirSync(join(BUNDLE, 'assets'));
    for (const worker of ['editor', 'graphql', 'json'])
      expect(scripts.filter((name) => name.startsWith(`${worker}.worker-`))).toHaveLength(1);
    expect(bundleFiles('.js').filter(({ text }) => /new Worker\([^)]*createObjectURL/.test(text))).toEqual([]);
  });

  it('is built for production and stays under 7.5 MB', () => {
    const scripts = bundleFiles('.js');
    expect(scripts.some(({ text }) => text.includes('Check your code at'))).toBe(false);
    const files = readdirSync(BUNDLE, { recursive: true }).map((name) => statSync(join(BUNDLE, String(name))));
    expect(files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0)).toBeLessThan(7_500_000);
  });

  it('holds every example of examples/queries with its title in English and in Chinese', () => {
    const names = readdirSync(EXAMPLES).filter((name) => name.endsWith('.graphql'));
    expect(names.length).toBeGreaterThanOrEqual(14);
    const scripts = bundleFiles('.js').map(({ text }) => text);
    for (const name of names) {
      const { titleEn, titleZh } = readExample(name, readFileSync(join(EXAMPLES, name), 'utf8'));
      for (const title of [titleEn, titleZh])
        expect(
          scripts.some((text) => text.includes(title)),
          `${name}: ${title}`,
        ).toBe(true);
    }
  });
});

describe('the explorer behind its policy', () => {
  let preview: Preview;
  beforeAll(async () => {
    ensureBundle();
    preview = await startPreview();
  });
  afterAll(() => preview.close());

  it.each(['/', '/explorer/guide.html'])('serves everything that %s asks for, each with its type', async (path) => {
    const page = await fetch(`${preview.origin}${path}`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    const assets = loadedBy(await page.text());
    expect(assets.length).toBeGreaterThanOrEqual(2);
    for (const asset of assets) {
      const response = await fetch(`${preview.origin}${asset}`);
      expect([asset, response.status]).toEqual([asset, 200]);
      expect(response.headers.get('content-type')).toMatch(/^(text\/(javascript|css)|image\/svg\+xml)/);
    }
  });

  it('finds each chunk that its scripts import by a relative path', () => {
    const names = new Set(readdirSync(join(BUNDLE, 'assets')));
    const imported = bundleFiles('.js').flatMap(({ text }) =>
      [...text.matchAll(/["'`]\.\/([\w.-]+\.(?:js|css))["'`]/g)].map((match) => match[1] ?? ''),
    );
    const chunks = imported.filter((name) => /-[\w-]{8}\.(?:js|css)$/.test(name));
    expect(chunks.length).toBeGreaterThan(5);
    expect(chunks.filter((name) => !names.has(name))).toEqual([]);
  });
});
