import type { CalendarDate } from '../kernel/calendar-date.js';
import type { RegionLevel } from '../kernel/region-code.js';
import { catalogueOf } from './catalogues.js';
import type { StatSubject, TimeBucket } from './definition.js';
import { planQuestion } from './plan-question.js';
import type { GroupingPlan } from './stat-plan.js';

/** 标准统计表 · A table that is made with every publication, for whoever reads figures by SQL: regions by some dimensions. @article 5.2 */
export interface StandardTable {
  /** Of its view, without `_figures`. */
  readonly name: string;
  readonly subject: StatSubject;
  readonly dimensions: readonly { readonly name: string; readonly bucket?: TimeBucket }[];
  readonly measures: readonly string[];
  /** Of which regions there are rows. */
  readonly levels: readonly RegionLevel[];
}

const DOWN_TO_COUNTIES: readonly RegionLevel[] = ['NATION', 'PROVINCE', 'CITY', 'COUNTY'];
const MOVED = ['cases', 'persons'];
const month = (name: string) => ({ name, bucket: 'MONTH' as const });
const ofCases = (
  name: string,
  dimensions: StandardTable['dimensions'],
  measures: readonly string[] = MOVED,
): StandardTable => ({ name, subject: 'CASES', dimensions, measures, levels: DOWN_TO_COUNTIES });

/** 标准统计表 · All of them: few, so that what can be put together of them is bounded. @article 5.3 */
export const STANDARD_TABLES: readonly StandardTable[] = [
  {
    name: 'household',
    subject: 'HOUSEHOLDS',
    dimensions: [{ name: 'formerStatus' }],
    measures: ['households', 'persons', 'labourers', 'perCapitaMean'],
    levels: [...DOWN_TO_COUNTIES, 'TOWNSHIP'],
  },
  ofCases(
    'case_status',
    [{ name: 'category' }, { name: 'status' }],
    [...MOVED, 'overdue', 'relapsed', 'withoutSupport'],
  ),
  ofCases('case_risk', [{ name: 'riskGroup' }]),
  ofCases('case_channel', [{ name: 'channel' }]),
  ofCases('case_opened', [month('openedIn')]),
  ofCases('case_identified', [month('identifiedIn')]),
  ofCases('case_eliminated', [month('eliminatedIn')]),
  {
    name: 'measure',
    subject: 'MEASURES',
    dimensions: [{ name: 'family' }, { name: 'status' }],
    measures: ['measures', 'budget', 'delivered'],
    levels: DOWN_TO_COUNTIES,
  },
  {
    name: 'alert',
    subject: 'ALERTS',
    dimensions: [{ name: 'department' }, { name: 'status' }],
    measures: ['alerts', 'confirmed'],
    levels: DOWN_TO_COUNTIES,
  },
];

/**
 * 标准统计表的提问 · The question that a standard table answers of the regions of a level: the one that an analyst asks for the same rows.
 *
 * @throws Error where the catalogue lacks what the table names
 * @article 5.3
 */
export function standardGrouping(
  { name, subject, dimensions, measures }: StandardTable,
  level: RegionLevel,
  day: CalendarDate,
): GroupingPlan {
  const fields = [
    { name: 'region', key: 'region', args: { level } },
    ...dimensions.map((one) => ({ name: one.name, key: one.name, args: one.bucket ? { bucket: one.bucket } : {} })),
    ...measures.map((measure) => ({ name: measure, key: measure, args: {} })),
  ];
  const rows = { orderBy: [], having: [], withTotals: false, first: null, day };
  const planned = planQuestion(catalogueOf(subject), { groupings: [{ key: name, fields }], ...rows });
  const grouping = 'plan' in planned ? planned.plan.groupings[0] : undefined;
  if (grouping?.dimensions.length !== dimensions.length + 1 || grouping.measures.length !== measures.length)
    throw new Error(`the standard table ${name} names what ${subject} lacks`);
  return grouping;
}
