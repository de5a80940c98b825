import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { issueDevelopmentToken } from '../../src/platform/auth/development-keys.js';
import { readEnv } from '../../src/platform/config/env.js';
import type { ServerProcess } from './server-process.js';
import type { StoryAnswer } from './story.js';

/** Asks a built server over HTTP, as somebody with a grant or as nobody. */
export async function askServer(
  server: ServerProcess,
  settings: Readonly<Record<string, string>>,
  grant: Grant | null,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<StoryAnswer> {
  const env = readEnv({ NODE_ENV: 'development', ...settings });
  const claims = { subject: grant?.role ?? '', grants: [], department: null, household: null, minutes: 30 };
  const token = grant === null ? null : await issueDevelopmentToken(env, { ...claims, grants: [grant] }, new Date());
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...authorization },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as StoryAnswer;
}
