/**
 * 依据文件 · Where a value comes from. A number without a date and a source does not exist.
 *
 * @article 2.2
 */
export interface PolicySource {
  /** Stable id inside the product, e.g. `hunan-2023-line`. */
  readonly id: string;
  readonly title: string;
  readonly issuedOn?: string;
  readonly url?: string;
  /**
   * How sure it is: `document` read itself · `county-practice` one county's text · `derived` by arithmetic ·
   * `inferred` from a sibling text · `national-default` the baseline's own choice.
   */
  readonly standing: 'document' | 'county-practice' | 'derived' | 'inferred' | 'national-default';
}
