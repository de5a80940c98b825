import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { buildSchema, type GraphQLSchema, graphql } from 'graphql';
import { BUNDLE, PROJECT } from './built-bundle.js';

/** The policy under which the front door serves the page. */
export const PAGE_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; " +
  "font-src 'self' data:; img-src 'self' data:; connect-src 'self'";

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

const SMALL_SCHEMA = 'type Query { viewer: Viewer! } "当前用户 · Who is signed in." type Viewer { subject: String! }';

export interface Preview {
  readonly origin: string;
  /** `accept-language` and `authorization` of each operation but introspection. */
  readonly operations: { query: string; language?: string; authorization?: string }[];
  close(): Promise<void>;
}

function schemaOf(file: string): GraphQLSchema {
  return buildSchema(existsSync(file) ? readFileSync(file, 'utf8') : SMALL_SCHEMA);
}

function serveFile(response: ServerResponse, path: string): void {
  const file = join(BUNDLE, normalize(path));
  const type = TYPES[extname(file)];
  if (!file.startsWith(BUNDLE) || !type || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  const headers = { 'content-type': type, 'content-security-policy': PAGE_POLICY, 'x-content-type-options': 'nosniff' };
  response.writeHead(200, headers).end(readFileSync(file));
}

async function bodyOf(request: IncomingMessage): Promise<{ query: string; operationName?: string }> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as { query: string; operationName?: string };
}

/**
 * A stand-in for the front door: the page, its assets, and a `/graphql` that answers introspection of the repository's
 * schema and one household for anything else.
 */
export async function startPreview(schemaFile = join(PROJECT, 'schema.graphql')): Promise<Preview> {
  const schema = schemaOf(schemaFile);
  const operations: Preview['operations'] = [];
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const body = await bodyOf(request);
    if (body.operationName === 'IntrospectionQuery') return graphql({ schema, source: body.query });
    const { authorization, 'accept-language': language } = request.headers;
    operations.push({ query: body.query, language, authorization });
    if (!authorization)
      return { errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }], data: null };
    const id = Buffer.from('Household:430121:01890a5d-ac96-774b-bcce-b302099a8057').toString('base64url');
    return { data: { household: { id, version: 3, head: { name: '王*' } } } };
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (request.method === 'POST' && path === '/graphql')
      answer(request).then((json) => response.setHeader('content-type', 'application/json').end(JSON.stringify(json)));
    else serveFile(response, path === '/' ? 'index.html' : path.replace(/^\/explorer\//, ''));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    operations,
    close: () => new Promise((closed) => server.close(() => closed()).closeAllConnections()),
  };
}
