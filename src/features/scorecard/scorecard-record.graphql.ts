import { ObjectType } from 'type-graphql';
import { SCORECARD_FIGURES } from '../../domain/scorecard/scorecard-figure.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 评分指标 · GraphQL enum of the figures that records stand behind. @article 5.3 */
export const ScorecardFigureEnum = describedEnum(
  'ScorecardFigure',
  'A figure of a scorecard whose records can be read (可追溯的评分指标) (art. 5.3); each is defined at the field of `Scorecard` that it is named after.',
  SCORECARD_FIGURES,
  {
    HOUSEHOLDS: '`households` (在册户数): households.',
    MONITORED: '`monitored` (监测对象户数): cases.',
    IDENTIFIED_ON_TIME: '`identifiedOnTime` (识别及时率): identification runs that ended, each with its case.',
    SUPPORTED_ON_TIME: '`supportedOnTime` (帮扶及时率): cases identified in the period.',
    ALERTS_VERIFIED_ON_TIME: '`alertsVerifiedOnTime` (预警核实及时率): department alerts.',
    INSPECTION_COVERAGE: '`inspectionCoverage` (排查覆盖率): households.',
    NOTICE_COMPLIANCE: '`noticeCompliance` (公示合规率): cases on notices, each with the notice.',
    RELAPSE_RATE: '`relapseRate` (返贫率): cases eliminated in the period.',
    DATA_QUALITY_FLAGS: '`dataQualityFlags` (数据质量问题数): quality findings.',
    RESPONSIBILITY: '`responsibility` (摘帽不摘责任): monitored cases.',
    HELPED: '`helped` (摘帽不摘帮扶): monitored cases.',
    SUPERVISED: '`supervised` (摘帽不摘监管): monitored cases.',
    POLICY_EXPLAINED: '`policyExplained` (政策宣传覆盖率): households.',
  },
);

/** 指标记录 · One record behind a figure. @article 5.3 */
@ObjectType({
  description:
    'One record that a figure of a scorecard counts (指标背后的记录) (art. 5.3): what is counted, and the household and case that it is about. What a figure does not count is null.',
  simpleResolvers: true,
})
export class ScorecardRecord {}

/** 指标记录列表 · Page of records. */
export const { Edge: ScorecardRecordEdge, Connection: ScorecardRecordConnection } = connectionOf(
  () => ScorecardRecord,
  'ScorecardRecord',
  'records behind a figure (指标背后的记录)',
);
