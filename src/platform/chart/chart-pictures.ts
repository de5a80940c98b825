import { ApiError } from '../errors/api-error.js';
import type { GraphqlRequest, TableHandler } from '../graphql/graphql-handler.js';
import { fromApiError } from '../graphql/public-error.js';
import { refusal } from '../graphql/refusal.js';
import { isTotal } from '../table/column.js';
import type { ReadTable } from '../table/read-table.js';
import { arrangeChart, CHART_LIMITS } from './chart-data.js';
import { ChartDrawer } from './chart-drawer.js';
import { chartOption } from './chart-option.js';
import { type ChartKind, type ChartSpec, findChartColumns, readChartSpec } from './chart-spec.js';
import { plainSvg } from './plain-svg.js';

/** 图片格式 · As what a chart is answered. @article none — technical */
export type Picture = 'svg' | 'png';

/** 求图 · A query, and how what it answers is drawn. @article none — technical */
export interface ChartRequest extends Omit<GraphqlRequest, 'accept'> {
  readonly kind: ChartKind;
  readonly picture: Picture;
  /** As it was sent. */
  readonly chart: unknown;
}

/** 图的答复 · The picture, or a refusal in JSON. @article none — technical */
export interface ChartAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
  readonly retryAfterSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<Picture, string>> = { svg: 'image/svg+xml', png: 'image/png' };
/** Its texts are styled where they stand; it loads and runs nothing. */
const SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
/**
 * 图片 · Draws what a query answers, under the rules of any request.
 *
 * @article none — technical
 */
export class ChartPictures {
  constructor(
    private readonly graphql: Pick<TableHandler, 'table'>,
    private readonly drawer = new ChartDrawer(),
  ) {}

  /** Never throws but for faults of ours. */
  async answer(request: ChartRequest): Promise<ChartAnswer> {
    const { kind, picture } = request;
    try {
      const spec = readChartSpec(kind, request.chart);
      const list = { mostRows: CHART_LIMITS.marks, format: picture };
      return await this.graphql.table(request, list, (table) => this.draw(request, spec, table));
    } catch (error) {
      if (error instanceof ApiError) return refusal([fromApiError(error)]);
      throw error;
    }
  }

  private async draw(
    { kind, picture, language }: ChartRequest,
    spec: ChartSpec,
    table: ReadTable,
  ): Promise<ChartAnswer> {
    const rows = table.rows.filter((row) => !isTotal(row, table.columns));
    const data = arrangeChart(kind, findChartColumns(spec, table.columns), rows, spec.language ?? language);
    const option = chartOption(kind, spec, data);
    const { width, height, scale } = spec;
    const drawn = await this.drawer.draw({ option, width, height, scale: picture === 'svg' ? null : scale });
    const body = typeof drawn === 'string' ? plainSvg(drawn, spec.title ?? data.yTitle) : drawn;
    const disposition = { 'content-disposition': `inline; filename="${table.operation}.${picture}"` };
    const policy: ChartAnswer['headers'] = picture === 'svg' ? { 'content-security-policy': SVG_POLICY } : {};
    return { status: 200, contentType: TYPES[picture], body, headers: { ...disposition, ...policy } };
  }

  /** Ends the thread that draws. */
  stop(): Promise<void> {
    return this.drawer.close();
  }
}
