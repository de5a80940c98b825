import { createHash } from 'node:crypto';
import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import type { KnownDocument } from '../graphql/document-store.js';
import type { GraphqlAnswer, GraphqlParts, GraphqlRequest } from '../graphql/graphql-handler.js';
import { fromApiError } from '../graphql/public-error.js';
import { REQUEST_POINTS } from '../graphql/query-cost.js';
import { refusal } from '../graphql/refusal.js';
import { type RequestBody, readRequestBody } from '../graphql/request-body.js';
import type { RequestContext } from '../graphql/request-context.js';
import { CallerPlaces } from './caller-places.js';
import type { TableRow } from './column.js';
import type { ShortList } from './export-act.js';
import { ListExports } from './list-export.js';
import { NoTable } from './no-table.js';
import type { ReadTable } from './read-table.js';
import type { ChosenFormat } from './table-formats.js';
import { AnsweredErrors, TableReader, type TableReading, type TableRequest } from './table-reader.js';

/** 成表所需 · What answering with tables stands on. @article none — technical */
export interface TableParts extends TableReading {
  readonly graphql: GraphqlParts;
  /** @returns the document, or why the schema refuses it @throws ApiError where it is over a limit */
  read(body: RequestBody, context: RequestContext): KnownDocument | readonly GraphQLError[];
  operationOf(known: KnownDocument, name: string | null): OperationDefinitionNode;
}

type Asked = TableRequest & { readonly text: string };

/**
 * 以表答复 · Answers requests with the one list that they ask for: sent as a table, or handed to whoever draws it.
 *
 * @article none — technical
 */
export class TableAnswers {
  private readonly exports: ListExports;
  private readonly pictures = new CallerPlaces({ ofOneCaller: 2, together: 9 }, 'pictures');

  constructor(private readonly parts: TableParts) {
    const { graphql, schema, cost, execute } = parts;
    const { logger, onExport, exportLimits: limits } = graphql;
    this.exports = new ListExports({ schema, cost, execute, logger, onExport, limits });
  }

  /** 导出 · The list as a table. @throws ApiError and faults of ours */
  export(request: GraphqlRequest, chosen: ChosenFormat): Promise<GraphqlAnswer> {
    return this.withTable(request, (asked) => this.exports.answer({ ...asked, chosen }));
  }

  /**
   * 读表 · All rows of the list, which has to be short, for as long as they are used; the trail keeps who took them, as of a table.
   *
   * @throws ApiError and faults of ours
   */
  read<T>(
    request: Omit<GraphqlRequest, 'accept'>,
    { mostRows, format }: ShortList,
    use: (table: ReadTable) => Promise<T>,
  ): Promise<T | GraphqlAnswer> {
    return this.withTable(request, async (asked): Promise<T> => {
      const leave = this.pictures.enter(asked.context);
      try {
        const reader = await TableReader.open(this.parts, asked);
        const { wanted } = reader.pages;
        const rows: TableRow[] = [];
        const most = Math.min(wanted ?? mostRows + 1, mostRows + 1);
        for await (const page of reader.read(most, new AbortController().signal)) rows.push(...page.rows);
        if (rows.length > mostRows)
          throw new NoTable(`The list has more than ${mostRows} rows: ask for fewer, by its filter or by \`first\`.`);
        const operation = reader.list.way[0]!.field.name;
        const document = createHash('sha256').update(asked.text).digest('hex');
        const act = { stage: 'ended', operation, document, format, rows: rows.length, outcome: 'whole' } as const;
        await this.parts.graphql.onExport?.(asked.context, act);
        return await use({ operation, columns: reader.list.columns, rows });
      } finally {
        leave();
      }
    });
  }

  /** A table is paid for page by page; what is refused before its first page is paid for like any request. */
  private async withTable<T>(
    request: Omit<GraphqlRequest, 'accept'>,
    use: (asked: Asked) => Promise<T>,
  ): Promise<T | GraphqlAnswer> {
    const { contextFor, spend: pay } = this.parts.graphql;
    const context = await contextFor(request);
    let paid = false;
    const spend = async (caller: RequestContext, points: number): Promise<void> => {
      paid = true;
      await pay?.(caller, REQUEST_POINTS + points);
    };
    try {
      const body = readRequestBody(request.body);
      const known = this.parts.read(body, context);
      if (!('document' in known)) throw new AnsweredErrors(known);
      const operation = this.parts.operationOf(known, body.operationName);
      const { query: text, variables } = body;
      return await use({ known, operation, variables, context, renew: () => contextFor(request), spend, text });
    } catch (error) {
      if (!paid) await pay?.(context, REQUEST_POINTS);
      if (error instanceof AnsweredErrors) return refusal(error.errors);
      if (error instanceof NoTable) return { ...refusal([fromApiError(error)]), status: 406 };
      throw error;
    }
  }
}
