import type { ExecutionResult } from 'graphql';
import type { Language } from './wording.js';

export interface Operation {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: unknown;
}

export interface Sending {
  readonly token: string;
  readonly language: Language;
  /** Called with each answer, introspection excepted. */
  onAnswer(answer: unknown): void;
  /** Called when the server did not accept the token, or asks for one. */
  onUnauthenticated(): void;
}

const ACCEPT_LANGUAGE: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

function isUnauthenticated(answer: unknown): boolean {
  const { errors } = (answer ?? {}) as { errors?: { extensions?: { code?: unknown } }[] };
  return Array.isArray(errors) && errors.some((error) => error.extensions?.code === 'UNAUTHENTICATED');
}

/** A body that is no JSON comes from something between us and the API, or from a server of another kind. */
async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`HTTP ${response.status} ${response.statusText}: ${text.slice(0, 300)}`);
  }
}

/**
 * 发送操作 · Makes the function through which GraphiQL talks to `/graphql` of the host that served the page.
 *
 * @returns a function that resolves to what the server answered, refusals included
 * @throws Error with the status line where the answer is no JSON
 * @article none — technical
 */
export function operationSender(sending: Sending): (operation: Operation) => Promise<ExecutionResult> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'accept-language': ACCEPT_LANGUAGE[sending.language],
  };
  if (sending.token !== '') headers.authorization = `Bearer ${sending.token}`;
  return async (operation) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify(operation),
      credentials: 'omit',
    });
    const answer = await readAnswer(response);
    if (isUnauthenticated(answer)) sending.onUnauthenticated();
    if (operation.operationName !== 'IntrospectionQuery') sending.onAnswer(answer);
    return answer as ExecutionResult;
  };
}
