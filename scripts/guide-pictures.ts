import type { ChartKind } from '../src/platform/chart/chart-spec.js';

/** 指南中的图 · One picture of a guide: who asks, how it is drawn, under which name it is kept. @article none — technical */
export interface GuidePicture {
  readonly who: string;
  readonly kind: ChartKind;
  readonly name: string;
  readonly query: string;
  readonly chart: Readonly<Record<string, unknown>>;
}

const PICTURE =
  /<!-- picture (\w+) (\w+) ([\w-]+) -->\n+(?:```graphql\n([\s\S]*?)```\n+)?```json chart\n([\s\S]*?)```/g;
const QUERY = /```graphql\n([\s\S]*?)```/g;

/**
 * 指南中的图 · Reads the pictures of a guide: a comment, the query (absent: the one before), the description of the chart.
 *
 * @article none — technical
 */
export function picturesOf(guide: string): GuidePicture[] {
  return [...guide.matchAll(PICTURE)].map((found) => {
    const [, who = '', kind = '', name = '', own, chart = ''] = found;
    const before = [...guide.slice(0, found.index).matchAll(QUERY)].at(-1)?.[1] ?? '';
    return {
      who,
      kind: kind as ChartKind,
      name,
      query: own ?? before,
      chart: JSON.parse(chart) as GuidePicture['chart'],
    };
  });
}
