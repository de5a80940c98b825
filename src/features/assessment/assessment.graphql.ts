import { Field, ObjectType } from 'type-graphql';
import type { CaseCategory } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import { SEVERITIES, type Severity } from '../../domain/risk/finding.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import type { GlobalIdParts } from '../../platform/graphql/global-id.js';
import { DateScalar, JsonObjectScalar, YuanScalar } from '../../platform/graphql/scalars/index.js';
import { CaseCategoryEnum } from '../province/case-category.graphql.js';
import { PolicyInstrument } from '../province/instrument.graphql.js';
import { MonitoringBand, MonitoringLine } from '../province/monitoring-line.graphql.js';
import { PolicySource } from '../province/province.graphql.js';
import { RiskType } from '../province/risk-type.graphql.js';

/** 严重程度 · GraphQL enum. @article 2.1 */
export const SeverityEnum = describedEnum(
  'Severity',
  'How much a finding or a warning weighs (严重程度) (art. 2.1, 2.3).',
  SEVERITIES,
  {
    INFO: 'To be known (提示): nothing has to be done.',
    WARNING: 'To be looked at (预警): it may become a difficulty.',
    CRITICAL: 'To be acted upon (严重): a guarantee or basic life is in danger.',
  },
);

/** 评估发现 · One rule's answer, explained. @article 2.1 */
@ObjectType({
  description:
    "One rule's answer about a household, explained (评估发现) (art. 2.1): what it looked at, what it was held against and where that comes from.",
  simpleResolvers: true,
})
export class Finding {
  @Field(() => String, { description: 'Stable code of the rule that answered (规则代码).' })
  rule!: string;

  @Field(() => RiskType, { nullable: true, description: 'Risk that the finding points at (风险类型), null for none.' })
  riskType!: RiskType | null;

  @Field(() => SeverityEnum, { description: 'How much it weighs (严重程度).' })
  severity!: Severity;

  @Field(() => String, {
    description:
      'A sentence for people (说明), in Chinese unless the caller asks for English; where a fact is missing it says which.',
  })
  message!: string;

  @Field(() => JsonObjectScalar, {
    description:
      'Figures and days that the rule looked at, and the parameter it held them against (依据数据); no names.',
  })
  evidence!: Readonly<Record<string, unknown>>;

  @Field(() => [String], {
    description:
      'Facts or parameters that are missing (缺失信息), so that the rule could not answer, which is not the same as fine; empty otherwise.',
  })
  missing!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'Article of 中农组发〔2021〕7号 behind the rule (政策条款), e.g. "2.1"; "G" for practice.',
  })
  article!: string | null;

  @Field(() => PolicySource, {
    nullable: true,
    description: 'Document that sets the parameter (依据文件), null for none.',
  })
  source!: PolicySource | null;
}

/** 帮扶建议 · An instrument that would fit. @article 4.2 */
@ObjectType({
  description:
    'Support instrument that would fit the household, and why (帮扶措施建议) (art. 4.2); a suggestion, never a decision.',
  simpleResolvers: true,
})
export class InstrumentSuggestion {
  @Field(() => PolicyInstrument, { description: 'The instrument as offered on that day (政策工具).' })
  instrument!: PolicyInstrument;

  @Field(() => String, {
    description: 'Why it fits, in a sentence for people (建议理由), in Chinese unless the caller asks for English.',
  })
  reason!: string;

  @Field(() => [RiskType], { description: 'Risks found in this household that it would answer (对应风险类型).' })
  addresses!: readonly RiskType[];
}

/** 监测评估 · The rules run on a household as of a day. @article 2.1 */
@ObjectType({
  description:
    'What the rules say of a household as of a day (监测评估) (art. 2.1, 2.2): income, unavoidable spending, guarantees, labour and special groups. It writes nothing and decides nothing.',
  simpleResolvers: true,
})
export class Assessment {
  /** Not shown: whose assessment it is. */
  place!: GlobalIdParts;

  @Field(() => DateScalar, { description: 'Day whose facts and rules were used (评估日期).' })
  on!: CalendarDate;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the household lies within the monitoring range (是否在监测范围内); null where a missing fact leaves it open, which the findings name.',
  })
  withinRange!: boolean | null;

  @Field(() => MonitoringBand, {
    nullable: true,
    description:
      'Band that its per-capita income lies in (所在收入区间); null where income is not known or no band is set.',
  })
  band!: MonitoringBand | null;

  @Field(() => MonitoringLine, {
    nullable: true,
    description: 'Line that it was held against (适用监测线); null before the first line of the province.',
  })
  line!: MonitoringLine | null;

  @Field(() => YuanScalar, {
    nullable: true,
    description:
      "Net income a head in the line's window (人均纯收入), in yuan; null where no window is recorded. Where the line is in disposable income, which the national form does not tell from it, the finding `income-concept` says so.",
  })
  perCapitaIncome!: Fen | null;

  @Field(() => YuanScalar, {
    nullable: true,
    description: 'The same less unavoidable spending (扣除刚性支出后人均收入), in yuan a head; may be negative.',
  })
  perCapitaAfterRigid!: Fen | null;

  @Field(() => [Finding], { description: "Every rule's answer, the weightiest first (评估发现)." })
  findings!: Finding[];

  @Field(() => CaseCategoryEnum, {
    nullable: true,
    description: 'Category that the facts speak for (建议类别); null for none. The verifier and the county decide.',
  })
  suggestedCategory!: CaseCategory | null;

  @Field(() => [InstrumentSuggestion], {
    description: "Support that would fit, in the order of the province's list (帮扶措施建议).",
  })
  suggestedInstruments!: InstrumentSuggestion[];

  @Field(() => String, { description: 'Content hash of the configuration that was used (配置版本).' })
  configVersion!: string;
}
