import { CASE_SOURCES, CASE_STATUSES, ELIMINATION_MODES } from '../../domain/case/monitoring-case.js';
import { OBJECTION_STATUSES } from '../../domain/procedure/objection.js';
import { STEP_STATUSES } from '../../domain/procedure/procedure-run.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 监测状态 · GraphQL enum. @article 3.2 */
export const CaseStatusEnum = describedEnum(
  'CaseStatus',
  'Where a case stands in its lifecycle (监测状态) (art. 3.2, 3.3). The first, third and fourth are open; a household has at most one open case.',
  CASE_STATUSES,
  {
    UNDER_IDENTIFICATION: 'Opened, the identification is under way (识别中).',
    NOT_IDENTIFIED: 'The identification was refused (未纳入监测).',
    MONITORED: 'Decided by the county: monitored and supported (监测帮扶中).',
    UNDER_ELIMINATION: 'Elimination was requested and is under way (风险消除程序中); support goes on.',
    RISK_ELIMINATED: 'Marked "risk eliminated" (风险消除), the case\'s good end.',
    WITHDRAWN: "Closed for a reason outside the policy's end (退出监测), such as a death or a move.",
  },
);

/** 档案来源 · GraphQL enum. @article 5.4 */
export const CaseSourceEnum = describedEnum(
  'CaseSource',
  'Where a case was identified (档案来源) (art. 5.4).',
  CASE_SOURCES,
  {
    REGISTER: 'Here, by its identification (本系统识别).',
    NATIONAL_SYSTEM:
      'In the national system, whose number and day it keeps (全国系统承接); no identification was run here.',
  },
);

/** 风险消除方式 · GraphQL enum. @article 3.3 */
export const EliminationModeEnum = describedEnum(
  'EliminationMode',
  'How the risk came to an end (风险消除方式) (art. 3.3).',
  ELIMINATION_MODES,
  {
    SUPPORTED: 'Through the support given (帮扶消除); every gate applies.',
    NATURAL: 'Of itself, for a stated reason (自然消除); the months and the gate of measures do not apply.',
  },
);

/** 环节状态 · GraphQL enum. @article 3.2 */
export const StepStatusEnum = describedEnum(
  'StepStatus',
  'Where a step of a run stands (环节状态) (art. 3.2).',
  STEP_STATUSES,
  {
    WAITING: 'A step before it is not done yet (未开始).',
    CURRENT: 'Waits to be done now (待办); several may where the province lets them go side by side.',
    DONE: 'Completed with an outcome (已办).',
  },
);

/** 异议状态 · GraphQL enum. @article 3.2 */
export const ObjectionStatusEnum = describedEnum(
  'ObjectionStatus',
  'How an objection to a notice stands (异议状态) (art. 3.2).',
  OBJECTION_STATUSES,
  {
    OPEN: 'Filed and not answered yet (待处理); the notice cannot be completed.',
    UPHELD: 'Found right (成立): the run goes back to verification.',
    DISMISSED: 'Found not to hold (不成立), with its reason.',
  },
);
