import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import type { Department } from '../../src/domain/support/policy-instrument.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { isAsShown, requestsOf, valueAt, withAnswer } from './guide.js';
import { ROOT, read } from './markdown.js';

/** Who asks in a guide, by the name that it goes by there; whoever is none of them has no token. */
export type Cast = Readonly<
  Record<string, { readonly grant: Grant; readonly department?: Department; readonly household?: string }>
>;

/** What a guide is told to: the product, in the test's process or behind its front door. */
export interface Told {
  token(
    grants: readonly Grant[],
    more: { readonly subject: string; readonly household?: string; readonly department?: Department },
  ): Promise<string>;
  ask(
    token: string | null,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<{ readonly data: unknown; readonly errors: readonly unknown[] }>;
  stop(): Promise<void>;
}

/** How a guide is told. */
export interface Telling<Product extends Told> {
  readonly path: string;
  readonly cast: Cast;
  readonly requestsAtLeast: number;
  readonly start: () => Promise<Product>;
  /** What stands between `<!-- shown name -->` and `<!-- end -->`, by its name. */
  readonly shown?: Readonly<Record<string, (product: Product) => string>>;
  /** What else is held of it, with the product as the guide leaves it. */
  readonly more?: (product: () => Product) => void;
}

export const UPDATE = process.env['UPDATE_GUIDES'] === '1';

/** The product as most guides begin with it: empty, on a day. */
export const startOn = (day: string) => (): Promise<TestApp> => startTestApp(day, { DEMO: 'off' });

/** Sends each request of a guide in its order and compares the answer; with UPDATE_GUIDES=1 writes the new ones. */
export function tellGuide<Product extends Told>(telling: Telling<Product>): void {
  const { path, cast, requestsAtLeast, start, shown = {}, more } = telling;
  describe(path, () => {
    let guide = read(path);
    const requests = requestsOf(guide);
    const kept = new Map<string, string>();
    let product: Product;
    beforeAll(async () => {
      product = await start();
    }, 1_800_000);
    afterAll(async () => {
      await product?.stop();
      if (UPDATE) writeFileSync(join(ROOT, path), guide);
    });

    it(`has ${requestsAtLeast} requests at least, and every \`ask\` is one that could be read`, () => {
      expect(requests.length).toBeGreaterThanOrEqual(requestsAtLeast);
      expect(requests).toHaveLength(guide.match(/<!-- ask /g)?.length ?? 0);
    });

    it.each(requests.map((request, at) => [at + 1, request.who, request] as const))(
      'request %i, by %s, is answered as shown',
      async (_, who, request) => {
        const variables = request.variables.replace(/"<(\w+)>"/g, (_all, name: string) => {
          expect(kept.has(name), `nothing was kept as ${name}`).toBe(true);
          return JSON.stringify(kept.get(name));
        });
        const { grant, ...claims } = cast[who] ?? { grant: null };
        const token = grant === null ? null : await product.token([grant], { subject: who, ...claims });
        const { data: answer, errors } = await product.ask(token, request.query, JSON.parse(variables));
        expect(errors).toEqual([]);
        for (const [name, place] of Object.entries(request.keep)) {
          const value = valueAt(answer, place);
          expect(value, `${name} in ${JSON.stringify(answer)}`).toBeDefined();
          kept.set(name, value as string);
        }
        if (UPDATE) guide = withAnswer(guide, request, answer);
        else expect(isAsShown(JSON.parse(request.shown), answer), JSON.stringify(answer, null, 2)).toBe(true);
      },
    );

    it.each(Object.entries(shown))('shows its %s as it comes', (name, tell) => {
      const marks = new RegExp(`(<!-- shown ${name} -->\\n\\n)([\\s\\S]*?)(\\n\\n<!-- end -->)`);
      const found = marks.exec(guide)?.[2];
      expect(found, `no place for ${name}`).toBeDefined();
      if (UPDATE) guide = guide.replace(marks, (_all, begin: string, _old, end: string) => begin + tell(product) + end);
      else expect(found).toBe(tell(product));
    });

    more?.(() => product);
  });
}
