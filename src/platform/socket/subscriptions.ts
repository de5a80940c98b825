import {
  type ExecutionArgs,
  type GraphQLError,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { CloseCode, type SubscribePayload } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { ApiError } from '../errors/api-error.js';
import { DOCUMENT_LIMITS } from '../graphql/document-limits.js';
import { DocumentStore } from '../graphql/document-store.js';
import { operationExecutor } from '../graphql/execute-operation.js';
import type { GraphqlParts } from '../graphql/graphql-handler.js';
import { codeOf } from '../graphql/public-error.js';
import { QueryCost, REQUEST_POINTS } from '../graphql/query-cost.js';
import type { RequestContext } from '../graphql/request-context.js';
import { EventQueue } from './event-queue.js';
import type { LiveEvent, LiveSource } from './live-source.js';
import type { OpenSocket } from './serve-socket.js';
import type { SocketLimits } from './socket-limits.js';

/** 订阅所需 · What subscriptions stand on. @article none — technical */
export interface SubscriptionParts extends GraphqlParts {
  readonly source: LiveSource;
}

/** 所提订阅 · What a subscription is executed with for each of its events. @article none — technical */
export interface Asked {
  readonly document: ExecutionArgs['document'];
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
  /** What reading one event is paid with. */
  readonly points: number;
}

/** Closes as graphql-ws has them; clients of theirs come back after those that are no refusal. */
export const TRY_AGAIN = 1013;
const ENDING: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);

/**
 * 订阅 · What is asked over a socket: admitted within the limits of documents and points, listened for, and answered event by event, each
 * read under the grants that the token has then.
 *
 * @article none — technical
 */
export class Subscriptions {
  readonly #store: DocumentStore;
  readonly #cost: QueryCost;
  readonly #execute: ReturnType<typeof operationExecutor>;

  constructor(
    private readonly parts: SubscriptionParts,
    private readonly limits: SocketLimits,
  ) {
    this.#store = new DocumentStore(parts.schema, DOCUMENT_LIMITS, !parts.production);
    this.#cost = new QueryCost(parts.schema);
    this.#execute = operationExecutor(parts);
  }

  /**
   * 准入 · Reads and pays for what is asked.
   *
   * @param open  subscriptions of the socket, this one among them
   * @throws RefusedDocument with what the schema has against the document; ApiError for the rest
   */
  async admit(extra: OpenSocket, open: number, payload: SubscribePayload): Promise<Asked> {
    const { parts, limits } = this;
    const context = await extra.context();
    await parts.spend?.(context, REQUEST_POINTS);
    if (open > limits.subscriptionsEach)
      throw new ApiError('RATE_LIMITED', `One socket has at most ${limits.subscriptionsEach} subscriptions.`);
    const known = this.#store.read(payload.query);
    if (!('document' in known)) throw new RefusedDocument(known);
    const operation = getOperationAST(known.document, payload.operationName ?? null);
    if (operation?.operation !== 'subscription')
      throw new ApiError('BAD_REQUEST', 'Only subscriptions are asked over a socket; ask the rest by POST.');
    const variables = payload.variables ?? {};
    const points = this.#cost.check(known, operation, variables);
    await parts.spend?.(context, points);
    return { document: known.document, operation, variables, context, points };
  }

  /** 听取 · Opens the queue of its events; one that is not read in time ends the socket. */
  async listen(asked: Asked, extra: OpenSocket): Promise<EventQueue<LiveEvent>> {
    const { parts, limits } = this;
    const { name, args } = rootOf(parts, asked);
    const opened: { close(): void }[] = [];
    const queue = new EventQueue<LiveEvent>(limits.waiting, (overflown) => {
      for (const one of opened) one.close();
      if (overflown) extra.socket.close(TRY_AGAIN, 'Read faster');
    });
    opened.push(
      await parts.source.open(asked.context, name, args, (event) =>
        queue.push(`${event.county} ${event.id}`, { ...event }),
      ),
    );
    return queue;
  }

  /** 逐件作答 · Each event under a context of its own: the token is verified anew, and its grants are those of that moment. */
  async *answers(asked: Asked, extra: OpenSocket, queue: EventQueue<LiveEvent>) {
    const { parts, limits } = this;
    for await (const event of queue) {
      if (extra.socket.bufferedAmount > limits.unreadBytes) {
        extra.socket.close(TRY_AGAIN, 'Read faster');
        return;
      }
      let context: RequestContext;
      try {
        context = await extra.context();
        // Each event is read like a request, and is paid for like one.
        await parts.spend?.(context, asked.points);
      } catch (error) {
        endSocket(extra.socket, error);
        return;
      }
      const { document, operation, variables } = asked;
      const { data, errors } = await this.#execute({ document, operation, variables, context, root: event });
      if (event.gone) continue;
      yield { data, ...(errors.length > 0 && { errors }) };
      if (errors.some((error) => ENDING.has(codeOf(error)))) return;
    }
  }
}

/** 断开 · Closes a socket for a fault: for good where the token is no good, else to come again. @article none — technical */
export function endSocket(socket: WebSocket, error: unknown): void {
  const bad = error instanceof ApiError && error.code === 'UNAUTHENTICATED';
  if (bad) socket.close(CloseCode.Forbidden, 'Forbidden');
  else socket.close(TRY_AGAIN, 'Try again');
}

/** 拒绝 · Why the schema refuses a document. @article none — technical */
export class RefusedDocument extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('refused');
  }
}

/** The one root field of a subscription, and its arguments. */
function rootOf({ schema }: SubscriptionParts, { operation, variables }: Asked) {
  const [node] = operation.selectionSet.selections;
  const type = schema.getSubscriptionType();
  const field = node?.kind === Kind.FIELD ? type?.getFields()[node.name.value] : undefined;
  if (node?.kind !== Kind.FIELD || field === undefined)
    throw new ApiError('BAD_REQUEST', 'A subscription selects its one field by its name.');
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 1,
  });
  if (errors !== undefined) throw new ApiError('BAD_USER_INPUT', 'A variable cannot be read.');
  return { name: field.name, args: getArgumentValues(field, node, coerced) };
}
