import { Field, InputType, Int } from 'type-graphql';
import type { CaseCategory } from '../../domain/case/monitoring-case.js';
import { CONTACT_MODES, type ContactMode } from '../../domain/procedure/step-act.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { CaseCategoryEnum } from '../province/case-category.graphql.js';
import { DepartmentEnum } from '../province/department.graphql.js';
import { CaseRiskInput } from '../risk/risk.input.js';

/** 核实方式 · GraphQL enum. @article 3.1, 3.2 */
export const ContactModeEnum = describedEnum(
  'ContactMode',
  'How a household was met (核实方式) (art. 3.1, 3.2).',
  CONTACT_MODES,
  {
    VISIT: 'At its home (入户).',
    VIDEO: 'By video call (视频).',
    PHONE: 'By telephone call (电话).',
    PROXY: 'Through somebody who speaks for it (委托他人).',
    ABSENT: 'Nobody was met (不在家、无法联系).',
  },
);

/** 入户核实 · Section of a HOUSEHOLD_VERIFICATION step. @article 3.2 */
@InputType({
  description:
    'What a HOUSEHOLD_VERIFICATION step needs (入户核实情况) (art. 3.2): who visited and what was found; in an identification also the category and at least one risk.',
})
export class VerificationInput {
  @Field(() => [String], {
    description: 'Who visited (核实人员), at least one; none of them takes the county decision of the same run.',
  })
  visitors!: string[];

  @Field(() => ContactModeEnum, {
    nullable: true,
    defaultValue: 'VISIT',
    description: 'How the household was met (核实方式).',
  })
  mode?: ContactMode | null;

  @Field(() => String, {
    description:
      'What was found, in words (核实情况); for SUDDEN_SEVERE_DIFFICULTY why basic life is in serious difficulty. Kept encrypted.',
  })
  findings!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'What the household needs, in words (帮扶需求), each by itself; kept encrypted.',
  })
  needs?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether work brings the household a stable income (务工务农收入是否稳定) (art. 4.2); null where it was not looked at. Where labour is partly lost and this is false, a plan has to hold the safety net.',
  })
  stableIncomeFromWork?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "Whether the household's own drive is weak (内生动力不足) (art. 4.2); a plan then has to hold an aspiration-and-skills instrument.",
  })
  weakDrive?: boolean | null;

  @Field(() => CaseCategoryEnum, {
    nullable: true,
    description:
      'Category that is proposed (建议类别) (art. 2.1); required in an identification, and must fit the former status.',
  })
  category?: CaseCategory | null;

  @Field(() => [CaseRiskInput], {
    nullable: true,
    description: 'Risks that are proposed (认定风险) (art. 4.2); required in an identification, at least one.',
  })
  risks?: CaseRiskInput[] | null;
}

/** 承诺授权 · Section of a COMMITMENT_AUTHORIZATION step. @article 3.2 */
@InputType({
  description:
    'What a COMMITMENT_AUTHORIZATION step needs (农户承诺授权) (art. 3.2): the household vouches for what it told, and allows its assets to be looked up as the law permits. Refusing either ends the run as REJECTED.',
})
export class CommitmentInput {
  @Field(() => String, { description: 'Who signed (签字人); kept encrypted.' })
  signedBy!: string;

  @Field(() => String, {
    nullable: true,
    description: "Who signed in that person's place, and by what right (代签人); kept encrypted.",
  })
  proxy?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'By which means (签署方式): on paper, by fingerprint, electronically.',
  })
  method?: string | null;

  @Field(() => Boolean, { description: 'Whether the household vouches that what it told is true (是否承诺真实).' })
  truthful!: boolean;

  @Field(() => Boolean, { description: 'Whether it allows its assets to be looked up (是否授权查询资产).' })
  authorizesLookup!: boolean;
}

/** 信息比对 · Section of a DATA_COMPARISON step. @article 3.2 */
@InputType({
  description:
    'What a DATA_COMPARISON step needs (信息比对情况) (art. 3.2); never before commitment and authorization stand.',
})
export class ComparisonInput {
  @Field(() => [DepartmentEnum], { description: 'Departments that were asked (比对部门), at least one.' })
  departments!: Department[];

  @Field(() => [String], {
    description: 'Discrepancies that came back, in words (疑点), each by itself; empty for none. Kept encrypted.',
  })
  discrepancies!: string[];
}

/** 民主评议 · Section of a DEMOCRATIC_REVIEW step. @article 3.2 */
@InputType({
  description:
    'What a DEMOCRATIC_REVIEW step needs (民主评议情况) (art. 3.2): the vote of the village meeting. In favour, against and abstained add up to those who attended.',
})
export class DemocraticReviewInput {
  @Field(() => Int, { description: 'How many may vote (应到人数), in persons.' })
  eligible!: number;

  @Field(() => Int, { description: 'How many came (实到人数), in persons, not more than may vote.' })
  attended!: number;

  @Field(() => Int, { description: 'How many voted in favour (同意票数).' })
  inFavour!: number;

  @Field(() => Int, { description: 'How many voted against (反对票数).' })
  against!: number;

  @Field(() => Int, { nullable: true, defaultValue: 0, description: 'How many abstained (弃权票数).' })
  abstained?: number | null;
}

/** 审核审定 · Section of a TOWNSHIP_REVIEW or COUNTY_DECISION step. @article 3.2 */
@InputType({ description: 'What a TOWNSHIP_REVIEW or COUNTY_DECISION step needs (审核审定情况) (art. 3.2).' })
export class DecisionInput {
  @Field(() => String, { description: 'Office or meeting that decided (审定主体), e.g. 县级领导小组.' })
  decidedBy!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number or title of the paper that says so (审定文件、会议纪要).',
  })
  document?: string | null;
}

/** 结果公告 · Section of a RESULT_ANNOUNCEMENT step. @article G */
@InputType({
  description:
    'What a RESULT_ANNOUNCEMENT step needs (结果公告情况) (art. G): the result is made known once it was decided, and is open to no objection. Like a notice it shows no ID number, phone, bank account or health.',
})
export class AnnouncementInput {
  @Field(() => String, {
    description:
      'In whose name it stands (发布单位), e.g. 乡镇人民政府; kept encrypted, and shown to everyone while it is announced.',
  })
  issuedBy!: string;

  @Field(() => String, {
    description:
      'Board, bulletin or site that carries it (公告地点、载体); kept encrypted, and shown to everyone while it is announced.',
  })
  place!: string;
}
