import type { Readable } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from '../logging/logger.js';
import type { ExportAct, ExportLimits, ShortList } from '../table/export-act.js';
import type { ReadTable } from '../table/read-table.js';
import type { RefusedAct } from './refused-acts.js';
import type { RequestContext } from './request-context.js';

/** 接口请求 · What the front door hands over: a JSON object and the few headers that matter. @article none — technical */
export interface GraphqlRequest {
  readonly body: Readonly<Record<string, unknown>>;
  readonly accept: string | undefined;
  readonly authorization: string | undefined;
  readonly language: 'zh' | 'en';
  readonly requestId: string;
  /** Of whoever sent it, as the front door vouches for it. */
  readonly address?: string;
}

/** 接口答复 · A whole HTTP answer but for the headers that every answer carries. @article none — technical */
export interface GraphqlAnswer {
  readonly status: number;
  readonly contentType: string;
  /** Seconds until a retry makes sense; the front door writes `Retry-After`. */
  readonly retryAfterSeconds?: number;
  readonly body: string;
  /** Instead of a body: bytes that are made as they are taken. Destroyed by whoever does not take them to their end. */
  readonly stream?: Readable;
  /** Beside those that every answer carries. */
  readonly headers?: Readonly<Record<string, string>>;
  /** After a stream's last byte. */
  trailers?(): Readonly<Record<string, string>>;
}

/** 接口处理 · Answers one GraphQL request; never throws. @article none — technical */
export interface GraphqlHandler {
  answer(request: GraphqlRequest): Promise<GraphqlAnswer>;
  stop(): Promise<void>;
}

/** 读表的处理 · A handler that also hands over what it would answer as a table. @article none — technical */
export interface TableHandler extends GraphqlHandler {
  /** The one list that a query asks for, whole; or, by its `status`, why there is none. Never throws. */
  table<T>(
    request: Omit<GraphqlRequest, 'accept'>,
    list: ShortList,
    use: (table: ReadTable) => Promise<T>,
  ): Promise<T | GraphqlAnswer>;
}

/** 接口部件 · What the GraphQL handler is made of. @article none — technical */
export interface GraphqlParts {
  readonly schema: GraphQLSchema;
  /** @throws ApiError UNAUTHENTICATED for a bad token; a missing one is a context without a principal */
  contextFor(
    request: Pick<GraphqlRequest, 'authorization' | 'language' | 'requestId' | 'address'>,
  ): Promise<RequestContext>;
  /**
   * Takes points for a request, by its cost; absent where nobody is limited.
   *
   * @throws ApiError RATE_LIMITED
   */
  readonly spend?: (context: RequestContext, points: number) => Promise<void>;
  /** Whether the caller may ask about the schema itself. */
  introspectionFor(context: RequestContext): boolean;
  /** No names of the schema in messages. */
  readonly production: boolean;
  /** Told of what a request was refused for want of right, before it is answered; never throws. */
  readonly onRefused?: (context: RequestContext, acts: readonly RefusedAct[]) => Promise<void>;
  /** Told of each list that is answered as a table; where it throws, nothing more of the table is sent. */
  readonly onExport?: (context: RequestContext, act: ExportAct) => Promise<void>;
  readonly exportLimits?: Partial<ExportLimits>;
  readonly logger: Pick<Logger, 'error' | 'warn' | 'info' | 'debug'>;
}
