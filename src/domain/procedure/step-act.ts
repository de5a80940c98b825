import type { CaseCategory } from '../case/monitoring-case.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { Department } from '../support/policy-instrument.js';
import type { StepOutcome } from './procedure-definition.js';

/** 核实方式 · 入户、视频、电话、委托他人、不在家. @article 3.2 */
export const CONTACT_MODES = ['VISIT', 'VIDEO', 'PHONE', 'PROXY', 'ABSENT'] as const;
export type ContactMode = (typeof CONTACT_MODES)[number];

/** 佐证材料 · A paper or picture, named by its SHA-256. @article 3.2 */
export interface EvidenceGiven {
  readonly kind: string;
  readonly title: string;
  readonly uri?: string | null;
  readonly sha256?: string | null;
}

/** 提出的风险 · A risk that the verification proposes. @article 4.2 */
export interface ProposedRisk {
  readonly riskType: string;
  readonly primary: boolean;
}

/** 入户核实 · Who visited and what was found. @article 3.2 */
export interface VerificationSection {
  readonly visitors: readonly string[];
  readonly mode: ContactMode;
  readonly findings: string;
  readonly needs?: readonly string[] | null;
  /** R17: whether work brings a stable income; null where it was not looked at. */
  readonly stableIncomeFromWork?: boolean | null;
  /** R17: whether the household's own drive is weak. */
  readonly weakDrive?: boolean | null;
  readonly category?: CaseCategory | null;
  readonly risks?: readonly ProposedRisk[] | null;
}

/** 承诺授权 · The household vouches for what it tells and allows its assets to be looked up. @article 3.2 */
export interface CommitmentSection {
  readonly signedBy: string;
  readonly proxy?: string | null;
  readonly method?: string | null;
  readonly truthful: boolean;
  readonly authorizesLookup: boolean;
}

/** 信息比对 · Which departments were asked, which discrepancies came back. @article 3.2 */
export interface ComparisonSection {
  readonly departments: readonly Department[];
  readonly discrepancies: readonly string[];
}

/** 民主评议 · The vote of the village meeting. @article 3.2 */
export interface ReviewSection {
  readonly eligible: number;
  readonly attended: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/** 审核审定 · Who decided, and under which paper. @article 3.2 */
export interface DecisionSection {
  readonly decidedBy: string;
  readonly document?: string | null;
}

/** 结果公告 · Where the result was made known, and in whose name; open to no objection. @article G */
export interface AnnouncementSection {
  /** In whose name it stands, e.g. the township's people's government. */
  readonly issuedBy: string;
  /** The board, bulletin or site that carries it. */
  readonly place: string;
}

/** 环节办理 · What is said when a step is completed; one section, the one that the step's kind calls for. @article 3.2 */
export interface StepAct {
  /** Code of the step. */
  readonly step: string;
  readonly outcome: StepOutcome;
  /** The day it happened. */
  readonly occurredOn: CalendarDate;
  readonly note?: string | null;
  readonly evidence?: readonly EvidenceGiven[] | null;
  readonly verification?: VerificationSection | null;
  readonly commitment?: CommitmentSection | null;
  readonly comparison?: ComparisonSection | null;
  readonly review?: ReviewSection | null;
  readonly decision?: DecisionSection | null;
  readonly announcement?: AnnouncementSection | null;
  /** Answers to the step's extraForm. */
  readonly extra?: Readonly<Record<string, unknown>> | null;
  /** What is wrong with `extra` (or with nothing given) under the extraForm's JSON Schema, checked outside; one sentence each. */
  readonly extraFaults?: readonly string[];
  /** With RETURNED: code of the step that the run goes back to. */
  readonly returnTo?: string | null;
  /** The office holder whose act a clerk enters. */
  readonly enteredFor?: string | null;
}
