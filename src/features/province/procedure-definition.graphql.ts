import { Field, Int, ObjectType } from 'type-graphql';
import type { RegionLevel } from '../../domain/kernel/region-code.js';
import {
  DEADLINE_STOPS,
  type DeadlineStop,
  PROCEDURE_KINDS,
  type ProcedureKind,
  STEP_KINDS,
  STEP_OUTCOMES,
  type StepKind,
  type StepOutcome,
} from '../../domain/procedure/procedure-definition.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { JsonObjectScalar } from '../../platform/graphql/scalars/index.js';
import { RegionLevelEnum } from '../region/region.graphql.js';

/** 程序类别 · GraphQL enum of the procedures. @article 3.2 */
export const ProcedureKindEnum = describedEnum(
  'ProcedureKind',
  'The procedures through which alone a case moves (程序类别) (art. 3.2, 3.3).',
  PROCEDURE_KINDS,
  {
    IDENTIFICATION: 'From an opened case to being monitored (识别认定程序).',
    EMERGENCY_IDENTIFICATION:
      'The same where help comes first (应急识别程序): review, notice and decision follow within the limit.',
    SUPPORT: 'From a plan to approved measures (帮扶措施落实程序).',
    ELIMINATION: 'From the request to the marking of "risk eliminated" (风险消除程序).',
  },
);

/** 环节类别 · GraphQL enum of the kinds of step. @article 3.2 */
export const StepKindEnum = describedEnum(
  'StepKind',
  'National kinds of step (环节类别) (art. 3.2); the kind says which section completing it needs.',
  STEP_KINDS,
  {
    HOUSEHOLD_VERIFICATION: 'Visit and verification (入户核实): who visited, what was found; needs `verification`.',
    COMMITMENT_AUTHORIZATION:
      'The household vouches for what it tells and authorizes look-ups (承诺授权); needs `commitment`.',
    DATA_COMPARISON: 'Departments compare their data (信息比对), after the authorization only; needs `comparison`.',
    DEMOCRATIC_REVIEW: 'Vote of the village meeting (民主评议); needs `review`.',
    PUBLIC_NOTICE:
      'Posted for a number of days, open to objection (公示); put up with `publishNotice`, completed once over.',
    TOWNSHIP_REVIEW: 'The township looks it over (乡镇审核); needs `decision`.',
    COUNTY_DECISION: 'The county decides (县级审定); needs `decision`; never by whoever verified.',
    RESULT_ANNOUNCEMENT:
      'The result is announced once it is decided (结果公告), open to no objection; needs `announcement`.',
    CUSTOM: "The province's own step (省级自定义环节); needs `extra`, after the step's `extraForm`.",
  },
);

/** 办理结果 · GraphQL enum of the outcomes of a step. @article 3.2 */
export const StepOutcomeEnum = describedEnum(
  'StepOutcome',
  'How a step or a whole run ended (办理结果) (art. 3.2).',
  STEP_OUTCOMES,
  {
    PASSED: 'Passed (通过): what follows may begin.',
    RETURNED: 'Sent back to an earlier step with a reason (退回), which is then done anew.',
    REJECTED: 'Refused (不予通过): the run is over.',
  },
);

/** 期限中止情形 · GraphQL enum of what a count stops for. @article G */
export const DeadlineStopEnum = describedEnum(
  'DeadlineStop',
  'For what the count of a deadline stops (期限中止情形); no national text says, and the baseline’s deadlines run on.',
  DEADLINE_STOPS,
  {
    NOTICE: 'While a notice is out (公示期间): its days, the posting day not among them, are not counted.',
    RETURN:
      'While papers are returned (退回补正期间): from the day after the return until the step that sent them back is current again.',
  },
);

/** 环节定义 · One step as the province sets it. @article 3.2 */
@ObjectType({
  description:
    'One step of a procedure as the province sets it (环节定义) (art. 3.2): who does it, by when, and what it needs.',
  simpleResolvers: true,
})
export class StepDefinition {
  @Field(() => String, {
    description: 'Code of the step, unique in its procedure (环节代码), to be given to `completeStep`.',
  })
  code!: string;

  @Field(() => String, {
    description: 'Name of the step (环节名称), e.g. 村级公示; in Chinese unless the caller asks for English.',
  })
  name!: string;

  @Field(() => StepKindEnum, {
    description: 'National kind of the step (环节类别), which says what completing it needs.',
  })
  kind!: StepKind;

  @Field(() => RegionLevelEnum, { description: 'Level whose officers complete it (办理层级) (art. 5.1).' })
  level!: RegionLevel;

  @Field(() => [String], {
    description: 'Codes of the steps that must be done before this one may begin (前置环节); empty for a first step.',
  })
  after!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Days to complete it, counted from the day it became current (办理时限); null for no deadline.',
  })
  deadlineDays!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether the deadline counts working days of the Chinese holiday calendar (是否按工作日) and not calendar days.',
  })
  workingDays!: boolean;

  @Field(() => [DeadlineStopEnum], {
    description: 'For what that count stops (期限中止情形); empty where it runs on.',
  })
  deadlineStops!: readonly DeadlineStop[];

  @Field(() => Int, {
    nullable: true,
    description:
      'For a notice: least days from opening to closing, the posting day not counted (公示最短天数); null otherwise.',
  })
  minimumNoticeDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'For a review: least share of those eligible that must attend, in per cent (到会比例); null where no text sets one.',
  })
  quorum!: number | null;

  @Field(() => [StepOutcomeEnum], { description: 'Outcomes that the step may have (可选办理结果).' })
  outcomes!: readonly StepOutcome[];

  @Field(() => [String], {
    description:
      'Kinds of evidence that must be given (必需佐证材料), e.g. "commitment-letter", each with its SHA-256.',
  })
  requiredEvidence!: readonly string[];

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description:
      'JSON Schema of what this province asks for beside the national fields (补充表单), for a front end to draw a form from; answers go to `extra`.',
  })
  extraForm!: Readonly<Record<string, unknown>> | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Article of 中农组发〔2021〕7号 that asks for the step (政策条款), "G" for practice; null for a province\'s own.',
  })
  article!: string | null;
}

/** 程序定义 · A procedure as it stands on a day. @article 3.2 */
@ObjectType({
  description:
    'A procedure as the province sets it on a day (程序定义) (art. 3.2). A run keeps the definition of its first day to the end.',
  simpleResolvers: true,
})
export class ProcedureDefinition {
  @Field(() => ProcedureKindEnum, { description: 'Which of the procedures it is (程序类别).' })
  kind!: ProcedureKind;

  @Field(() => String, {
    description: 'Name of the procedure (程序名称), in Chinese unless the caller asks for English.',
  })
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Days for the whole run from its start (总时限); null for no limit.',
  })
  limitDays!: number | null;

  @Field(() => Boolean, {
    description: 'Whether that limit counts working days (总时限是否按工作日) and not calendar days.',
  })
  limitInWorkingDays!: boolean;

  @Field(() => [DeadlineStopEnum], {
    description: 'For what that count stops (总时限中止情形); empty where it runs on.',
  })
  limitStops!: readonly DeadlineStop[];

  @Field(() => [StepDefinition], { description: 'Its steps in the order of their dependence (环节).' })
  steps!: readonly StepDefinition[];
}
