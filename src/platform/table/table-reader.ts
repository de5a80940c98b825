import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import {
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { ApiError } from '../errors/api-error.js';
import type { KnownDocument } from '../graphql/document-store.js';
import type { ExecuteOperation } from '../graphql/execute-operation.js';
import { MAX_PAGE_SIZE } from '../graphql/paging-args.js';
import { codeOf } from '../graphql/public-error.js';
import type { QueryCost } from '../graphql/query-cost.js';
import type { RequestContext } from '../graphql/request-context.js';
import { NoTable } from './no-table.js';
import { findOneList, type OneList, walkOf } from './one-list.js';
import { type PageOfRows, type PageOperation, pageOf, pageOperation } from './page-operation.js';

/** 读表所需 · What reading a table stands on: that by which any operation is admitted, paid for and executed. @article none — technical */
export interface TableReading {
  readonly schema: GraphQLSchema;
  readonly cost: QueryCost;
  readonly execute: ExecuteOperation;
}

/** 读表之问 · Which table is read, by whom. @article none — technical */
export interface TableRequest {
  readonly known: KnownDocument;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
  /** Takes points for what one page costs. @throws ApiError RATE_LIMITED */
  readonly spend: (context: RequestContext, cost: number) => Promise<void>;
  /** The caller as it stands when a later page is read. @throws ApiError UNAUTHENTICATED once its token is taken back */
  readonly renew: () => Promise<RequestContext>;
}

/** 执行之误 · What the API answers in errors; a table has no place for half an answer. @article none — technical */
export class AnsweredErrors extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors[0]?.message ?? 'no answer');
    this.name = 'AnsweredErrors';
  }
}

/** Once rows have been sent, what passes is waited for: the reader cannot come again in the middle. */
const MOST_TRIES = 4;
const LONGEST_WAIT_S = 61;

/**
 * 读表 · Reads the one list of a query page by page, each page under the same rules as a request of its own: rights, cost and points,
 * with the token looked at anew. The day is that of the first page.
 *
 * @article none — technical
 */
export class TableReader {
  private constructor(
    private readonly reading: TableReading,
    private readonly request: TableRequest,
    readonly list: OneList,
    readonly pages: PageOperation,
  ) {}

  /**
   * @throws NoTable for a query of another form, AnsweredErrors for variables that are not good
   * @article none — technical
   */
  static async open(reading: TableReading, request: TableRequest): Promise<TableReader> {
    refusePurpose(request);
    const { schema, execute } = reading;
    const { known, operation, variables, context } = request;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
    // Nothing runs with such variables; the executor says what is wrong with them.
    if (coerced === undefined)
      throw new AnsweredErrors((await execute({ document: known.document, operation, variables, context })).errors);
    const walk = walkOf(schema, known, coerced);
    const list = findOneList(walk, operation);
    return new TableReader(reading, request, list, pageOperation(walk, known, operation, list, variables));
  }

  /**
   * 读页 · The pages in their order, until the list is over or so many rows were read.
   *
   * @param signal  aborted once nobody reads on
   * @throws ApiError, AnsweredErrors as a request would be answered
   */
  async *read(mostRows: number, signal: AbortSignal): AsyncGenerator<PageOfRows, void, undefined> {
    const size = this.pageSize();
    let left = mostRows;
    for (let after = this.pages.after, first = true; ; first = false) {
      const page = await this.page(Math.min(size, left), after, first ? 1 : MOST_TRIES, signal);
      left -= page.rows.length;
      yield page;
      if (page.next === null || left <= 0 || signal.aborted) return;
      after = page.next;
      // Whoever came meanwhile comes first, also where a database answers at once.
      await nextTurn();
    }
  }

  /** As many rows as one operation may cost, at most a whole page. */
  private pageSize(): number {
    for (let size = MAX_PAGE_SIZE; ; size = Math.floor(size / 2))
      try {
        this.costOf(size);
        return size;
      } catch (error) {
        if (!this.pages.paged || size <= 1) throw error;
      }
  }

  private costOf(size: number): number {
    const { document, operation } = this.pages;
    const { introspects } = this.request.known;
    return this.reading.cost.check({ document, introspects }, operation, this.pages.variables(size, null));
  }

  private async page(size: number, after: string | null, tries: number, signal: AbortSignal): Promise<PageOfRows> {
    for (let left = tries - 1; ; left -= 1)
      try {
        return await this.once(size, after, tries === 1);
      } catch (error) {
        const wait = left > 0 ? waitFor(error) : null;
        if (wait === null) throw error;
        await pause(wait * 1000, undefined, { signal });
      }
  }

  private async once(size: number, after: string | null, first: boolean): Promise<PageOfRows> {
    const { context } = this.request;
    const { today, now } = context;
    const reader = first ? context : { ...(await this.request.renew()), today, now };
    await this.request.spend(reader, this.costOf(size));
    const { document, operation } = this.pages;
    const { data, errors } = await this.reading.execute({
      document,
      operation,
      variables: this.pages.variables(size, after),
      context: reader,
    });
    if (errors.length > 0) throw new AnsweredErrors(errors);
    return pageOf(this.list, data);
  }
}

/** Seconds after which the same page may be had; null for what does not pass. */
function waitFor(error: unknown): number | null {
  if (error instanceof ApiError && error.code === 'RATE_LIMITED') return secondsOf(error.extra);
  if (!(error instanceof AnsweredErrors)) return null;
  const passing = error.errors.every((one) => ['SERVICE_UNAVAILABLE', 'RATE_LIMITED'].includes(codeOf(one)));
  return passing ? secondsOf(error.errors[0]!.extensions) : null;
}

function secondsOf({ retryAfterSeconds }: Readonly<Record<string, unknown>>): number {
  return typeof retryAfterSeconds === 'number' ? Math.min(retryAfterSeconds, LONGEST_WAIT_S) : 1;
}

/** A purpose belongs to a look at one household, which is recorded there; a file of unmasked names is nobody's purpose. */
function refusePurpose({ known: { document } }: TableRequest): void {
  visit(document, {
    [Kind.ARGUMENT]: ({ name }) => {
      if (name.value === 'purpose')
        throw new NoTable(
          'Names and numbers stay masked in a table: leave out `purpose`, and read single ones as JSON.',
        );
    },
  });
}
