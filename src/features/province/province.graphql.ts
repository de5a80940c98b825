import { Field, ObjectType } from 'type-graphql';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { DateScalar, RegionCodeScalar } from '../../platform/graphql/scalars/index.js';

/** 依据文件 · Where a value of the configuration comes from. @article 2.2 */
@ObjectType({
  description: 'Document that a figure or a rule of the configuration comes from (依据文件) (art. 2.2).',
  simpleResolvers: true,
})
export class PolicySource {
  @Field(() => String, {
    description: 'Stable id of the source inside the product (依据编号), e.g. "hunan-2023-line".',
  })
  id!: string;

  @Field(() => String, { description: 'Title of the document, with its number where it has one (文件名称、文号).' })
  title!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day the document was issued (印发日期), null where it is not known.',
  })
  issuedOn!: CalendarDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address where it can be read (网址), null where there is none.',
  })
  url!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the text itself was read and holds the value (是否核实原文); false for county practice, derived or inferred values and national defaults.',
  })
  verified!: boolean;
}

/** 省级配置 · A province and the rules that it declares; lines, procedures, instruments are read through it. @article 2.2 */
@ObjectType({
  description:
    'A province as it configures the policy (省级配置) (art. 2.2, 5.1): lines, procedures, instruments and risks, each dated and with its source. Readable without a token.',
  simpleResolvers: true,
})
export class Province {
  @Field(() => RegionCodeScalar, { description: 'Division code of the province (省级区划代码), e.g. "430000".' })
  code!: RegionCode;

  @Field(() => String, {
    description: 'Name of the province (省份名称), e.g. 湖南省; in Chinese unless the caller asks for English.',
  })
  name!: string;

  @Field(() => String, {
    description:
      'Content hash of the loaded configuration (配置版本): cases and runs name it, so that what they were decided under can always be told.',
  })
  configVersion!: string;

  @Field(() => Boolean, {
    description:
      'Whether the province has no module of its own (是否沿用国家基线) and is served by the national baseline, its line at the floor.',
  })
  servedByBaseline!: boolean;

  @Field(() => [PolicySource], { description: 'Every document that the configuration cites (依据文件目录).' })
  sources!: PolicySource[];
}
