import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ApiError } from '../errors/api-error.js';
import type { GraphqlAnswer } from '../graphql/graphql-handler.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { Logger } from '../logging/logger.js';
import { CallerPlaces } from './caller-places.js';
import type { TableRow } from './column.js';
import type { ExportAct, ExportLimits } from './export-act.js';
import type { PageOfRows } from './page-operation.js';
import type { ChosenFormat } from './table-formats.js';
import { TableReader, type TableReading, type TableRequest } from './table-reader.js';

/** A county of 60,000 households fits three times. */
export const EXPORT_LIMITS: ExportLimits = { rows: 200_000, ofOneCaller: 2, together: 8 };

/** 导出所需 · What exports stand on. @article none — technical */
export interface ExportParts extends TableReading {
  readonly logger: Pick<Logger, 'error'>;
  /** Told of an export before its bytes; where it cannot be recorded, nothing is sent. */
  readonly onExport?: (context: RequestContext, act: ExportAct) => Promise<void>;
  readonly limits?: Partial<ExportLimits>;
}

/** 导出请求 · Which list is answered, and as what. @article none — technical */
export interface ExportRequest extends TableRequest {
  /** The document as it was sent. */
  readonly text: string;
  readonly chosen: ChosenFormat;
}

/**
 * 列表导出 · Answers a query whose answer is one list as CSV, XLSX or Arrow, under the rules of any request. A paged list is read to its
 * end, page by page as the reader takes it, so that a county is never in memory.
 *
 * @article 5.3
 */
export class ListExports {
  private readonly limits: ExportLimits;
  private readonly places: CallerPlaces;

  constructor(private readonly parts: ExportParts) {
    this.limits = { ...EXPORT_LIMITS, ...parts.limits };
    this.places = new CallerPlaces(this.limits, 'exports');
  }

  /** @throws NoTable, ApiError, AnsweredErrors before anything is sent */
  async answer(request: ExportRequest): Promise<GraphqlAnswer> {
    const reader = await TableReader.open(this.parts, request);
    const { wanted } = reader.pages;
    const most = this.limits.rows;
    if (wanted !== null && (wanted < 0 || wanted > most))
      throw new ApiError('BAD_USER_INPUT', `In a table \`first\` is between 0 and ${most}; leave it out for all.`, {
        path: ['first'],
      });
    const leave = this.places.enter(request.context);
    try {
      return await this.begin(request, reader, leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  private async begin(request: ExportRequest, reader: TableReader, leave: () => void): Promise<GraphqlAnswer> {
    const { format, options } = request.chosen;
    const gone = new AbortController();
    const most = reader.pages.wanted ?? this.limits.rows;
    const pages = reader.read(most, gone.signal);
    const first = (await pages.next()).value ?? { rows: [], next: null, total: null, facts: {} };
    const course = new Course(this.parts, request, reader);
    await course.begin(first, most);
    const bytes = format.write({ columns: reader.list.columns, pages: course.rows(first, pages), options });
    const stream = Readable.from(bytes, { objectMode: false, highWaterMark: 1 << 16 });
    stream.once('close', () => {
      gone.abort();
      leave();
      void course
        .end('broken')
        .catch((err: unknown) => this.tell(request, err, 'the end of an export was not recorded'));
    });
    stream.on('error', (err) => this.tell(request, err, 'an export was broken off'));
    const name = `${course.operation}-${request.context.today}.${format.ending}`;
    return {
      status: 200,
      contentType: format.contentType,
      body: '',
      stream,
      headers: {
        'content-disposition': `attachment; filename="${name}"`,
        'holdline-most-rows': String(this.limits.rows),
        ...(first.total === null ? {} : { 'holdline-total-count': String(first.total) }),
        ...(Object.keys(first.facts).length > 0 && { 'holdline-beside': JSON.stringify(first.facts) }),
      },
      trailers: () => course.trailers(),
    };
  }

  private tell({ context: { requestId } }: ExportRequest, err: unknown, what: string): void {
    this.parts.logger.error({ requestId, err }, what);
  }
}

/** One export from its first row to its last. */
class Course {
  readonly operation: string;
  private readonly document: string;
  private count = 0;
  private next: string | null = null;
  private ended = false;

  constructor(
    private readonly parts: ExportParts,
    private readonly request: ExportRequest,
    private readonly reader: TableReader,
  ) {
    this.operation = reader.list.way[0]!.field.name;
    this.document = createHash('sha256').update(request.text).digest('hex');
  }

  /** Before the first byte: what is one page is told of at once, for its rows are known. */
  async begin({ rows, next }: PageOfRows, most: number): Promise<void> {
    if (next !== null && rows.length < most) return this.tell('begun', null, null);
    this.ended = true;
    await this.tell('ended', rows.length, this.outcome(next));
  }

  async *rows(
    first: PageOfRows,
    others: AsyncIterable<PageOfRows>,
  ): AsyncGenerator<readonly TableRow[], void, undefined> {
    const take = ({ rows, next }: PageOfRows): readonly TableRow[] => {
      this.count += rows.length;
      this.next = next;
      return rows;
    };
    yield take(first);
    for await (const page of others) yield take(page);
    await this.end(this.outcome(this.next));
  }

  private outcome(next: string | null): 'whole' | 'cut' {
    return next !== null && this.reader.pages.wanted === null ? 'cut' : 'whole';
  }

  /** Told once, however it ends. */
  async end(outcome: 'whole' | 'cut' | 'broken'): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    await this.tell('ended', this.count, outcome);
  }

  trailers(): Record<string, string> {
    return { 'Holdline-Rows': String(this.count), ...(this.next !== null && { 'Holdline-Next': this.next }) };
  }

  private async tell(stage: 'begun' | 'ended', rows: number | null, outcome: ExportAct['outcome']): Promise<void> {
    const { operation, document } = this;
    const { context, chosen } = this.request;
    await this.parts.onExport?.(context, { stage, operation, document, format: chosen.format.ending, rows, outcome });
  }
}
