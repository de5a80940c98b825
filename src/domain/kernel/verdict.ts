/**
 * 判定 · One reason behind a verdict: a closed code, a sentence for a person, the article it follows.
 *
 * @article none — technical
 */
export interface Reason {
  /** Closed kebab-case code, e.g. `line-not-exceeded`. */
  readonly code: string;
  /** A sentence for a person: what, where, and how to mend it. */
  readonly message: string;
  /** Article of 中农组发〔2021〕7号 as `3.2`, or `G` for guide and county practice. */
  readonly article: string;
  /** Numbers and days that the reason was held against; never a name, an identity number or a free text. */
  readonly evidence?: Readonly<Record<string, unknown>>;
}

/**
 * 拒绝 · Why an act is refused. Becomes a GraphQL userError; nothing is written.
 *
 * @article none — technical
 */
export interface Refusal {
  /** Closed SCREAMING code of the public API, e.g. `NOTICE_STILL_OPEN`. */
  readonly code: RefusalCode;
  readonly message: string;
  /** Path into the mutation's input, e.g. `['input', 'measures', '0', 'instrument']`. */
  readonly path: readonly string[];
  /** Article of 中农组发〔2021〕7号, or null where the reason is technical. */
  readonly article: string | null;
  /** With `CONFLICT`, the version that the object has now, where it is known. */
  readonly currentVersion?: number;
}

/**
 * 拒绝代码 · The closed list of userError codes.
 *
 * - `NOT_FOUND` no such object in the caller's region (the same answer as for one that never was)
 * - `CONFLICT` the object has changed since `expectedVersion`
 * - `IDEMPOTENCY_CONFLICT` the key was used with another input
 * - `WRONG_LEVEL` the caller's role may call the operation, but not on this step or object
 * - `BAD_VALUE` a well-typed value that cannot be (a sum that does not agree, an unknown code)
 * - `DATE_IN_FUTURE`, `DATE_ORDER` dates of what happened (domain.md §2)
 * - `INVALID_STATE` the case or step is not in a state that allows the act
 * - `STEP_NOT_CURRENT` the step is not one that waits now
 * - `SECTION_MISMATCH` the section that the step needs is absent, or another one is given
 * - `EVIDENCE_REQUIRED` a kind of evidence that the step requires is absent, or lacks its SHA-256
 * - `NOTICE_STILL_OPEN`, `NOTICE_TOO_SHORT`, `NOTICE_SHORTENED`, `OBJECTION_OPEN` public notice (R10)
 * - `REVIEW_NOT_CARRIED` quorum or majority missed
 * - `SAME_PERSON` whoever verified takes the county decision
 * - `CASE_ALREADY_OPEN` one open case a household
 * - `GATE_NOT_PASSED` an elimination gate fails (R11); one error a gate
 * - `RULE_VIOLATION` a rule of the policy, named by its article
 * - `OTHER_COUNTY` a move to another county, which is a transfer and no update
 * - `DUPLICATE` recorded before
 * - `PROVINCE_CONFIG_INVALID` the province's module was refused at load
 */
export type RefusalCode =
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'IDEMPOTENCY_CONFLICT'
  | 'WRONG_LEVEL'
  | 'BAD_VALUE'
  | 'DATE_IN_FUTURE'
  | 'DATE_ORDER'
  | 'INVALID_STATE'
  | 'STEP_NOT_CURRENT'
  | 'SECTION_MISMATCH'
  | 'EVIDENCE_REQUIRED'
  | 'NOTICE_STILL_OPEN'
  | 'NOTICE_TOO_SHORT'
  | 'NOTICE_SHORTENED'
  | 'OBJECTION_OPEN'
  | 'REVIEW_NOT_CARRIED'
  | 'SAME_PERSON'
  | 'CASE_ALREADY_OPEN'
  | 'GATE_NOT_PASSED'
  | 'RULE_VIOLATION'
  | 'OTHER_COUNTY'
  | 'DUPLICATE'
  | 'PROVINCE_CONFIG_INVALID';

/** 拒绝 · Builds a refusal; `path` starts at the mutation's `input`. @article none — technical */
export function refuse(
  code: RefusalCode,
  message: string,
  path: readonly string[] = [],
  article: string | null = null,
): Refusal {
  return { code, message, path: ['input', ...path], article };
}
