import { Field, Float, Int, ObjectType } from 'type-graphql';

/** 考核评分 · Figures of one region for the yearly assessment. @article 5.3 */
@ObjectType({
  description:
    'Figures of one region for the yearly assessment (考核评估指标) (art. 5.3), of a period of days. Shares lie between 0 and 1 and are null where there is nothing to take a share of. A period that is not over is judged as of today, or of the day of the publication: no deadline that is still to come is missed. Analysts are shown what was published last night, under disclosure control: whole years and quarters, no villages, perturbed counts to the nearest 5 (0 where they are withheld), shares of such counts, never of everybody, and no place whose households are withheld.',
  simpleResolvers: true,
})
export class Scorecard {
  @Field(() => Int, { description: 'Households of the register that are open now (在册户数).' })
  households!: number;

  @Field(() => Int, {
    description:
      'Cases that were identified by the last day and neither eliminated by then nor withdrawn (监测对象户数).',
  })
  monitored!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of the identification runs that ended in the period and had a deadline, the share decided by it (识别及时率) (art. 3.2): by that of the run and by that from the day the household was found, whichever is earlier.',
  })
  identifiedOnTime!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of the cases identified in the period whose limit for support has passed by its end or that were helped, the share first helped within the limit (帮扶及时率) (art. 4.1).',
  })
  supportedOnTime!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of the department alerts that were to be verified in the period and are settled or whose day is over, the share that was settled by their day (预警核实及时率) (art. 3.1).',
  })
  alertsVerifiedOnTime!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of the open households, the share that somebody met in the period, by visit, video, telephone or proxy (排查覆盖率) (art. 3.1).',
  })
  inspectionCoverage!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of the cases on notices that closed in the period, the share whose notice was up for as many days as the rules of its procedure ask (公示合规率) (art. 3.2).',
  })
  noticeCompliance!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of the cases eliminated in the period, the share whose household was identified again after it, by its last day (返贫率) (art. 3.3).',
  })
  relapseRate!: number | null;

  @Field(() => Int, { description: 'Quality findings that are open now (数据质量问题数) (art. 5.3).' })
  dataQualityFlags!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of the monitored, the share that somebody is responsible for on the last day (摘帽不摘责任) (art. 5.1).',
  })
  responsibility!: number | null;

  @Field(() => Int, {
    description:
      'Instruments of the province that ended in the period with no other of their family in force on its last day (摘帽不摘政策) (art. 5.1).',
  })
  instrumentsEnded!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Of the monitored, the share that was helped by the last day (摘帽不摘帮扶) (art. 5.1).',
  })
  helped!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Of the monitored, the share that somebody met in the period (摘帽不摘监管) (art. 5.1).',
  })
  supervised!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of the open households, the share to whom declaring and support were explained at a visit in the period (政策宣传覆盖率) (art. 3.1).',
  })
  policyExplained!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether an inspection campaign of the region, or of one above that takes it in, is there in each year of the period that has begun (是否开展集中排查) (art. 3.1); false names a county without. Null above the county.',
  })
  inspectionCampaign!: boolean | null;
}
