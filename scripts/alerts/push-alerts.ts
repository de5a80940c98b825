import { setTimeout as pause } from 'node:timers/promises';
import type { AlertRow } from '../../src/domain/alert/read-alert.js';

/** 推送去处 · Where alerts are sent, and as whom. */
export interface Target {
  readonly url: string;
  readonly token: string;
}

/** 推送结果 · What the server says of one batch. */
export interface Pushed {
  readonly accepted: number;
  readonly matched: number;
  readonly duplicates: number;
  readonly failed: number;
  readonly alerts: readonly { readonly reference: string; readonly status: string; readonly grade: string }[];
  readonly rowErrors: readonly { readonly index: number; readonly code: string; readonly message: string }[];
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

const MUTATION = `mutation PushAlerts($input: SubmitDepartmentAlertsInput!) { submitDepartmentAlerts(input: $input) {
  accepted matched duplicates failed alerts { reference status grade } rowErrors { index code message } userErrors { code message } } }`;

/** How often a batch is sent again where the server is busy or away. */
const TRIES = 8;
const LONGEST_WAIT_S = 60;

/**
 * 推送一批 · Sends one batch; where the server says that it is too often or that it is away, waits as long as it says and sends again: a
 * reference that came in by a call whose answer was lost counts once.
 *
 * @throws Error in a sentence, where the server refuses the call as a whole
 */
export async function pushAlerts({ url, token }: Target, alerts: readonly AlertRow[]): Promise<Pushed> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask(url, token, alerts);
    if ('pushed' in answer) return answer.pushed;
    if (attempt >= TRIES || !answer.again) throw new Error(answer.message);
    await pause(Math.min(answer.waitS ?? 2 ** attempt, LONGEST_WAIT_S) * 1_000);
  }
}

type Answer =
  | { readonly pushed: Pushed }
  | { readonly message: string; readonly again: boolean; readonly waitS: number | null };

async function ask(url: string, token: string, alerts: readonly AlertRow[]): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'accept-language': 'en' },
      body: JSON.stringify({ query: MUTATION, variables: { input: { alerts } } }),
    });
  } catch (error) {
    return { message: `${url} does not answer: ${(error as Error).message}`, again: true, waitS: null };
  }
  const body = (await response.json().catch(() => null)) as {
    data?: { submitDepartmentAlerts?: Pushed };
    errors?: { message: string; extensions?: { code?: string } }[];
  } | null;
  const pushed = body?.data?.submitDepartmentAlerts;
  if (pushed) return { pushed };
  const [error] = body?.errors ?? [];
  const wait = response.headers.get('retry-after');
  return {
    message: `${error?.extensions?.code ?? response.status}: ${error?.message ?? 'the server gave no answer'}`,
    again: [429, 502, 503, 504].includes(response.status),
    waitS: wait === null ? null : Number(wait),
  };
}
