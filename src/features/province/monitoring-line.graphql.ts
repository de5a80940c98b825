import { Field, Float, Int, ObjectType } from 'type-graphql';
import { INCOME_CONCEPTS, type IncomeConcept } from '../../domain/income/income-concept.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import { BAND_RESPONSES, type BandResponse } from '../../domain/province/monitoring-band.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { DateScalar, YuanScalar } from '../../platform/graphql/scalars/index.js';
import { PolicySource } from './province.graphql.js';

/** 收入口径 · GraphQL enum. @article 2.2 */
export const IncomeConceptEnum = describedEnum(
  'IncomeConcept',
  'Which income a head is held against the line (收入口径) (art. 2.2).',
  INCOME_CONCEPTS,
  {
    NET_INCOME: 'Net income (纯收入): wages, business, property and transfers less the costs of production.',
    DISPOSABLE_INCOME:
      'Disposable income (可支配收入); the national form records no component that tells it from net income, so net income is held against such a line, and findings and gates say so.',
  },
);

/** 处置要求 · GraphQL enum. @article 2.2 */
export const BandResponseEnum = describedEnum(
  'BandResponse',
  "What it calls for when a household's income lies in a band (处置要求) (art. 2.2, 3.1).",
  BAND_RESPONSES,
  {
    MUST_VERIFY: 'The household must be visited and verified (必须入户核实).',
    WATCH: 'The household is watched more closely (重点关注), without a visit being due.',
    NONE: 'Nothing beyond ordinary screening (常规排查).',
  },
);

/** 收入区间 · A range of income around the line. @article 2.2 */
@ObjectType({
  description: 'Range of yearly per-capita income around the line, and what it calls for (收入区间) (art. 2.2).',
  simpleResolvers: true,
})
export class MonitoringBand {
  @Field(() => String, { description: 'Stable code of the band inside the province (区间代码), in kebab-case.' })
  code!: string;

  @Field(() => String, { description: 'Name of the band (区间名称), in Chinese unless the caller asks for English.' })
  name!: string;

  @Field(() => Int, { description: 'Order of urgency (紧急程度), 1 first.' })
  rank!: number;

  @Field(() => YuanScalar, {
    nullable: true,
    description: 'Least per-capita income of the band, inclusive (人均收入下限), in yuan a year; null for none.',
  })
  fromPerCapita!: Fen | null;

  @Field(() => YuanScalar, {
    nullable: true,
    description: 'Per-capita income at which the band ends, exclusive (人均收入上限), in yuan a year; null for none.',
  })
  toPerCapita!: Fen | null;

  @Field(() => BandResponseEnum, { description: 'What a household in this band calls for (处置要求).' })
  response!: BandResponse;
}

/** 监测范围 · A dated monitoring line. @article 2.2 */
@ObjectType({
  description:
    'Income line that sets who is looked at (监测范围、收入监测线) (art. 2.2), as of a day; a reference and never the only standard.',
  simpleResolvers: true,
})
export class MonitoringLine {
  /** Not shown: whose own line it is; null for the whole province. */
  countyCode!: string | null;

  @Field(() => DateScalar, { description: 'First day it is in force (起始日期).' })
  from!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day before the next line begins (截止日期), inclusive; null while no newer one is known.',
  })
  to!: CalendarDate | null;

  @Field(() => Boolean, {
    description:
      'Whether the day asked for, or in a list the last day that it served so far, lies past what the source vouches for (是否过期); the line stays in force until a newer one.',
  })
  outdated!: boolean;

  @Field(() => YuanScalar, { description: 'The line itself (监测线): per-capita income in yuan a year.' })
  perCapitaIncome!: Fen;

  @Field(() => YuanScalar, {
    description:
      'National floor on that day (国家底线), in yuan a year: 1.5 times the poverty standard of the alleviation years; no line may lie under it.',
  })
  nationalFloor!: Fen;

  @Field(() => Float, {
    nullable: true,
    description:
      'Consumer price index that the line was set with (物价指数), 100 for no change; null where the source has none.',
  })
  priceIndex!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Growth of rural disposable income that the line was set with (农村居民人均可支配收入增幅), per cent a year; null where the source has none.',
  })
  disposableIncomeGrowth!: number | null;

  @Field(() => YuanScalar, {
    nullable: true,
    description:
      'Rural subsistence allowance that the line was set with (农村低保标准), in yuan a head and year; null where the source has none.',
  })
  subsistenceAllowance!: Fen | null;

  @Field(() => IncomeConceptEnum, { description: 'Which income is held against the line (收入口径).' })
  concept!: IncomeConcept;

  @Field(() => Int, { description: 'Length of the window over which income is counted (收入核算周期), in months.' })
  windowMonths!: number;

  @Field(() => [MonitoringBand], { description: 'Ranges around the line, the most urgent first (收入区间).' })
  bands!: MonitoringBand[];

  @Field(() => PolicySource, {
    nullable: true,
    description: 'Document that sets the line (依据文件); null only for the national floor by arithmetic.',
  })
  source!: PolicySource | null;
}
