import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generate, loadContext } from '@graphql-codegen/cli';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFrontDoor, type FrontDoor } from '../../src/platform/http/front-door.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { ROOT } from './markdown.js';

const run = promisify(execFile);
const COMPILER = join(ROOT, 'node_modules/typescript/bin/tsc');

describe('examples/typed-client', () => {
  it('has the types that `npm run codegen` writes', async () => {
    const written = (await generate(await loadContext('codegen.yml'), false)) as {
      filename: string;
      content: string;
    }[];
    expect(written).toHaveLength(1);
    for (const { filename, content } of written)
      expect(content, 'run `npm run codegen` and commit what it writes').toBe(readFileSync(filename, 'utf8'));
  });

  describe('compiled, against a server', () => {
    let product: TestApp;
    let door: FrontDoor;
    beforeAll(async () => {
      product = await startTestApp('2023-11-30', { DEMO: 'off' });
      door = createFrontDoor({
        graphql: product.app.handler,
        health: { ready: () => Promise.resolve(true) },
        explorer: null,
        logger: { error: () => undefined, info: () => undefined, warn: () => undefined },
      });
      door.server.listen(0, '127.0.0.1');
      await once(door.server, 'listening');
      await run(process.execPath, [COMPILER, '-p', 'examples/typed-client'], { cwd: ROOT });
    });
    afterAll(async () => {
      await door?.stop(1_000);
      await product?.stop();
    });

    const client = (token?: string) => {
      const { port } = door.server.address() as AddressInfo;
      const env = { HOLDLINE_URL: `http://127.0.0.1:${port}/graphql`, ...(token && { HOLDLINE_TOKEN: token }) };
      return run(process.execPath, ['dist/typed-client/client.js', '430121', '5'], { cwd: ROOT, env });
    };

    it('prints the one open case of 430121 with its head masked and its first step', async () => {
      const village = await product.token([{ role: 'VILLAGE_WORKER', region: '430121001001' }]);
      const ask = async (name: string, input: object, fields: string) => {
        const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
        const { data } = await product.ask(
          village,
          `mutation($input: ${type}) { ${name}(input: $input) { ${fields} userErrors { message } } }`,
          { input },
        );
        expect(data[name].userErrors).toEqual([]);
        return data[name];
      };
      const head = { name: '示例甲', relationship: 'HEAD', sex: 'MALE', birthDate: '1968-03-15', labour: 'ORDINARY' };
      const members = [{ ...head, medicalInsurance: true }];
      const household = { region: '430121001001', formerStatus: 'GENERAL', members };
      const { household: one } = await ask('registerHousehold', household, 'household { id }');
      const opening = { householdId: one.id, channel: 'CADRE_INSPECTION', openedOn: '2023-11-30' };
      await ask('openCase', opening, 'case { id }');

      const { stdout } = await client(await product.token([{ role: 'COUNTY_OFFICER', region: '430121' }]));
      const [line = '', count] = stdout.trim().split('\n');
      expect(line).toContain('UNDER_IDENTIFICATION\t示** 1人');
      expect(line).toContain('入户核实');
      expect(count).toBe('1 of 1 open cases in 430121');
    });

    it('says why nothing is printed without a token, and ends with 1', async () => {
      await expect(client()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('UNAUTHENTICATED') });
    });
  });
});
