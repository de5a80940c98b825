import { afterAll, describe, expect, it } from 'vitest';
import { build } from '../../scripts/build.mjs';
import { issueDevelopmentToken } from '../../src/platform/auth/development-keys.js';
import { readEnv } from '../../src/platform/config/env.js';
import { GRANTS } from '../support/cast.js';
import { type ServerProcess, startServer } from '../support/server-process.js';
import { HOUSEHOLD_NUMBER, type Person, type StoryAnswer, tellStory } from '../support/story.js';
import { freshDatabase } from '../support/test-database.js';

describe('the built server, over HTTP', () => {
  let server: ServerProcess | undefined;
  afterAll(() => server?.kill());

  it('carries one household from a declared difficulty to risk elimination, through restarts', async () => {
    build();
    const database = await freshDatabase();
    const settings = { DATA_DIR: database.folder, DEMO: 'off', ...database.env };
    const lines: string[] = [];
    const asked = { count: 0 };

    const token = (person: Exclude<Person, 'nobody'>): Promise<string> => {
      const claims = {
        subject: person,
        grants: [GRANTS[person]],
        department: null,
        household: HOUSEHOLD_NUMBER,
        minutes: 30,
      };
      return issueDevelopmentToken(readEnv({ NODE_ENV: 'development', ...settings }), claims, new Date());
    };
    const say = (line: string): void => void lines.push(line);

    await tellStory({
      say,
      async today(day) {
        if (server !== undefined) expect(await server.stop(), server.output()).toBe(0);
        server = await startServer({ ...settings, TODAY: day });
        say(`— ${day} —`);
      },
      async ask(person, query, variables) {
        asked.count += 1;
        const authorization: Record<string, string> =
          person === 'nobody' ? {} : { authorization: `Bearer ${await token(person)}` };
        const response = await fetch(`${server!.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'accept-language': 'en', ...authorization },
          body: JSON.stringify({ query, variables }),
        });
        return (await response.json()) as StoryAnswer;
      },
    });
    expect(await server?.stop()).toBe(0);
    await database.drop();
    console.log([...lines, `${asked.count} requests over HTTP`].join('\n'));
    expect(asked.count).toBeGreaterThanOrEqual(50);
  }, 300_000);
});
