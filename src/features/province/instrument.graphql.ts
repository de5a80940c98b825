import { Field, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import {
  type Department,
  FUNDING_SOURCES,
  type FundingSource,
  INSTRUMENT_FAMILIES,
  INSTRUMENT_NATURES,
  type InstrumentFamily,
  type InstrumentNature,
} from '../../domain/support/policy-instrument.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { DateScalar, YuanScalar } from '../../platform/graphql/scalars/index.js';
import { DepartmentEnum } from './department.graphql.js';
import { PolicySource } from './province.graphql.js';
import { RiskType } from './risk-type.graphql.js';

/** 帮扶类别 · GraphQL enum of the families of instruments. @article 4.1 */
export const InstrumentFamilyEnum = describedEnum(
  'InstrumentFamily',
  'Family of support instruments, after the groups of the national form (帮扶类别) (art. 4.1).',
  INSTRUMENT_FAMILIES,
  {
    INDUSTRY: 'Support of farming, breeding or a small business (产业帮扶).',
    EMPLOYMENT: 'Help to find and keep work, training, travel subsidies (就业帮扶).',
    PUBLIC_WELFARE_JOB: 'Paid job for the common good in or near the village (公益性岗位).',
    MICROCREDIT: 'Small loan with subsidized interest (小额信贷).',
    HEALTH: 'Treatment, medical insurance payments and medical assistance (健康帮扶).',
    COMPULSORY_EDUCATION: 'Keeping or bringing children in compulsory schooling (义务教育保障).',
    EDUCATION: 'Aid for schooling beyond the compulsory years (教育帮扶).',
    HOUSING: 'Repair or rebuilding of an unsafe house (住房安全保障).',
    DRINKING_WATER: 'Supply or repair of safe drinking water (饮水安全保障).',
    SAFETY_NET: 'Subsistence allowance, extreme-poverty support and what stands beside them (兜底保障).',
    TEMPORARY_ASSISTANCE: 'One-off relief in an emergency (临时救助).',
    INSURANCE: 'Insurance against falling back into poverty, and its payments (防贫保险).',
    MOTIVATION: 'Aspiration and skills, where the own drive is weak (扶志扶智).',
    SOCIAL: 'Help of enterprises, associations, donors and volunteers (社会帮扶).',
    RELOCATION_FOLLOW_UP: 'Support after relocation to a resettlement site (易地搬迁后续扶持).',
    LIVING_CONDITIONS: 'Living conditions at home: toilet, yard, appliances (生活条件改善).',
    INFRASTRUCTURE: 'Works for the village: road, power, network (基础设施建设).',
    OTHER: 'Another kind of support (其他帮扶).',
  },
);

/** 帮扶性质 · GraphQL enum of the natures of instruments. @article 4.2 */
export const InstrumentNatureEnum = describedEnum(
  'InstrumentNature',
  'Whether support builds strength or keeps from falling (帮扶性质) (art. 4.2).',
  INSTRUMENT_NATURES,
  {
    DEVELOPMENTAL: 'Raises what the household earns by itself (开发式帮扶); asked for where there is labour capacity.',
    SAFETY_NET: 'Keeps those who cannot earn enough (兜底保障).',
    GUARANTEE: 'Secures one of the guarantees or drinking water ("三保障"和饮水安全保障).',
    RELIEF: 'Bridges a single hardship (救助).',
    OTHER: 'Neither of these (其他).',
  },
);

/** 资金来源 · GraphQL enum of the sources of funding. @article 4.1, 4.3 */
export const FundingSourceEnum = describedEnum(
  'FundingSource',
  'Who pays for a measure (资金来源) (art. 4.1, 4.3).',
  FUNDING_SOURCES,
  {
    SECTOR_POLICY: "A department's own policy and budget (行业政策资金).",
    BRIDGING_FUND:
      'Fiscal funds that link poverty alleviation with rural revitalization (财政衔接推进乡村振兴补助资金).',
    INSURANCE: 'An insurance payment (保险赔付).',
    SOCIAL_DONATION: 'Donations of people, enterprises or associations (社会捐赠).',
    EAST_WEST_COOPERATION: 'Cooperation of an eastern with a western region (东西部协作).',
    PAIRED_ASSISTANCE: 'Assistance of a partner region (对口支援).',
    CENTRAL_UNIT_ASSISTANCE: 'Assistance of a central unit for its designated county (中央单位定点帮扶).',
    OWN: "The household's own money or a loan to it (自筹).",
  },
);

/** 帮扶政策工具 · What a province offers against a risk. @article 4.1 */
@ObjectType({
  description:
    'Support that the province offers against some risks (帮扶政策工具) (art. 4.1, 4.2); a measure of a case is one use of it.',
  simpleResolvers: true,
})
export class PolicyInstrument {
  @Field(() => String, {
    description: 'Stable code inside the province (政策工具代码), to be given when support is planned.',
  })
  code!: string;

  @Field(() => String, {
    description:
      'Name as people know it (政策工具名称), e.g. 公益性岗位; in Chinese unless the caller asks for English.',
  })
  name!: string;

  @Field(() => InstrumentFamilyEnum, { description: 'Family in the national form (帮扶类别).' })
  family!: InstrumentFamily;

  @Field(() => InstrumentNatureEnum, {
    description: 'Whether it builds strength or keeps from falling (帮扶性质) (art. 4.2).',
  })
  nature!: InstrumentNature;

  @Field(() => [RiskType], { description: 'Risks that it answers (适用风险类型); a measure may address no other.' })
  addresses!: readonly RiskType[];

  @Field(() => Boolean, {
    description: 'Whether only households with labour capacity may have it (是否要求有劳动能力).',
  })
  requiresLabour!: boolean;

  @Field(() => [FundingSourceEnum], { description: 'Who may pay for it (可用资金来源).' })
  fundingSources!: readonly FundingSource[];

  @Field(() => YuanScalar, {
    nullable: true,
    description: 'Most that one measure may deliver (补助上限), in yuan; null for no cap.',
  })
  cap!: Fen | null;

  @Field(() => DepartmentEnum, {
    nullable: true,
    description: 'Department that answers for it (责任部门); null where several do.',
  })
  department!: Department | null;

  @Field(() => DateScalar, { description: 'First day it is offered (起始日期).' })
  from!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day it is offered, inclusive (截止日期); null while open.',
  })
  to!: CalendarDate | null;

  @Field(() => PolicySource, { nullable: true, description: 'Document that offers it (依据文件).' })
  source!: PolicySource | null;
}
