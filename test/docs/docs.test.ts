import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { buildSchema, getVariableValues, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ENV_SHAPE } from '../../src/platform/config/env-variables.js';
import { HTTP_STATUS } from '../../src/platform/graphql/http-status.js';
import { everyPage, type Page, pastedRequests, ROOT, read, readPage, repositoryFiles } from './markdown.js';

const PAGES = everyPage();
const FILES = repositoryFiles();
const SCRIPTS = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
const schema = buildSchema(read('schema.graphql'));

/** Headings as they are linked to. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

function brokenLinks({ path, prose }: Page): string[] {
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#');
      const linked = file === '' ? path : normalize(join(dirname(path), file));
      if (!existsSync(join(ROOT, linked))) return true;
      return anchor !== undefined && !anchorsOf(read(linked)).includes(anchor);
    });
}

/** `npm run X`, also under `DATABASE_URL=… `; npm's own test and start need no `run`. */
function unknownScripts({ prose, blocks }: Page): string[] {
  const text = [prose, ...blocks.map((block) => block.text)].join('\n');
  return [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)]
    .map(([, script = '']) => script)
    .filter((script) => !SCRIPTS.includes(script));
}

const FOLDERS = 'src|test|docs|provinces|scripts|examples|migrations|bench|patches|\\.ci';
const REPOSITORY_PATH = new RegExp(`\`((?:${FOLDERS})/[^\`\\s]+|(?:${FOLDERS}))\``, 'g');

/** `*` and `<…>` stand for any name, and must stand for one at least. */
function unknownPaths({ prose }: Page): string[] {
  return [...prose.matchAll(REPOSITORY_PATH)]
    .map(([, path = '']) => path.replace(/\/$/, ''))
    .filter((path) => {
      if (!/[*<]/.test(path)) return !existsSync(join(ROOT, path));
      const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/<[^>]*>|\*/g, '[^/]+');
      const pattern = new RegExp(`^${escaped}(/|$)`);
      return !FILES.some((file) => pattern.test(file));
    });
}

const foreign = /\/(?:work|root|home|tmp|Users)\/|registry\.[a-z]|npmmirror|\blocalhost:\d/;

const faultsOf = (fault: (page: Page) => readonly string[]): string[] =>
  PAGES.flatMap((page) => fault(page).map((what) => `${page.path}: ${what}`));

describe('the documents', () => {
  it('are looked at: 20 pages at least', () => {
    expect(PAGES.length).toBeGreaterThanOrEqual(20);
  });

  it('link to what is there', () => {
    expect(faultsOf(brokenLinks)).toEqual([]);
  });

  it('name commands that package.json has', () => {
    expect(faultsOf(unknownScripts)).toEqual([]);
  });

  it('name files and folders that are there', () => {
    expect(faultsOf(unknownPaths)).toEqual([]);
  });

  it('hold no path of a machine and no host of a registry', () => {
    expect(
      faultsOf(({ path }) =>
        read(path)
          .split('\n')
          .filter((line) => foreign.test(line)),
      ),
    ).toEqual([]);
  });

  it('show GraphQL that the schema takes', () => {
    const faults = faultsOf((page) => {
      const written = page.blocks.filter(({ language }) => language === 'graphql').map(({ text }) => text);
      const pasted = pastedRequests(page).map(({ query }) => query);
      return [...written, ...pasted].flatMap((query) => validate(schema, parse(query)).map(({ message }) => message));
    });
    expect(faults).toEqual([]);
  });

  it('paste variables that the schema reads', () => {
    const faults = faultsOf((page) =>
      pastedRequests(page).flatMap(({ query, variables = {} }) => {
        const [operation] = parse(query).definitions;
        if (operation?.kind !== Kind.OPERATION_DEFINITION) return ['no operation'];
        const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
        return errors.map(({ message }) => message);
      }),
    );
    expect(faults).toEqual([]);
  });
});

describe('a planted page', () => {
  const planted = (text: string): Page => readPage('docs/planted.md', text);

  it('is caught with a dead link, a dead anchor, a script, a path and a pattern that are not there', () => {
    const page = planted(
      '[a](nowhere.md) [b](glossary.md#nothing) [c](glossary.md) `npm run fly` `npm run schema:check` `src/nothing.ts` `src/features/<room>/index.ts` `src/*/nothing.ts`',
    );
    expect(brokenLinks(page)).toEqual(['nowhere.md', 'glossary.md#nothing']);
    expect(unknownScripts(page)).toEqual(['fly']);
    expect(unknownPaths(page)).toEqual(['src/nothing.ts', 'src/*/nothing.ts']);
  });
});

describe('the two readmes', () => {
  const [english, chinese] = [read('README.md'), read('README.zh-CN.md')];

  it.each(['README.md', 'README.zh-CN.md'])('%s and .env.example have every variable that is read', (path) => {
    const missing = Object.keys(ENV_SHAPE).filter((name) => !read(path).includes(`\`${name}\``));
    expect(missing).toEqual([]);
    expect(Object.keys(ENV_SHAPE).filter((name) => !read('.env.example').includes(name))).toEqual([]);
  });

  it('paste the same requests', () => {
    const requestsOf = (text: string) => pastedRequests(readPage('', text));
    expect(requestsOf(english).length).toBeGreaterThanOrEqual(2);
    expect(requestsOf(chinese)).toEqual(requestsOf(english));
  });

  it('name the same commands, files and links', () => {
    const namesOf = (text: string): string[] =>
      [...new Set(text.match(/npm run [\w:-]+|`(?:src|test|docs|provinces|examples)\/[^`]+`|\]\([\w./-]+\)/g))].sort();
    expect(namesOf(chinese.replace('README.md', ''))).toEqual(namesOf(english.replace('README.zh-CN.md', '')));
  });
});

describe('docs/reference/errors.md', () => {
  const [, errors = '', refusals = ''] = read('docs/reference/errors.md').split(/^## /m);

  it('has each error code with its status, and no other', () => {
    const rows = [...errors.matchAll(/^\| `([A-Z_]+)` \| (\d+) \|/gm)].map(([, code, status]) => [
      code,
      Number(status),
    ]);
    expect(Object.fromEntries(rows)).toEqual(HTTP_STATUS);
    expect(rows).toHaveLength(Object.keys(HTTP_STATUS).length);
  });

  it('has each refusal code, and no other', () => {
    const union = /export type RefusalCode =([^;]+);/.exec(read('src/domain/kernel/verdict.ts'))?.[1] ?? '';
    const codes = [...union.matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(20);
    expect([...refusals.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code).sort()).toEqual(codes.sort());
  });
});

describe('docs/glossary.md', () => {
  it('gives each word once, with its Chinese term and a folder that is there', () => {
    const [, ...rows] = [...read('docs/glossary.md').matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)];
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(new Set(rows.map(([, term]) => term)).size).toBe(rows.length);
    for (const [, term, chinese, , places = ''] of rows) {
      expect(chinese, term).toMatch(/\p{Script=Han}/u);
      expect(places, term).toMatch(/^`[^`]+`(, `[^`]+`)*$/);
      for (const [, place = ''] of places.matchAll(/`([^`]+)`/g))
        expect(existsSync(join(ROOT, place)), place).toBe(true);
    }
  });
});
