/**
 * 配置错误 · One thing that is wrong in a province's module, with where it stands and what would mend it.
 *
 * Closed codes: `shape` a value of the wrong form · `unknown-field` · `quota` (R24) · `same-day` two entries of one day ·
 * `date-order` · `date-overlap` · `date-gap` · `county-outside` · `unknown-reference` · `duplicate-code` ·
 * `source-conflict` one id, two sources · `field-fixed` · `group-dropped` · `national-redefined` · `formula-mismatch` ·
 * `window-mismatch` · `instrument-never-applies` · `asked-twice` (R21) · `sdk-range` ·
 * `function-unreadable` · `function-impure` · `function-reaches-out` · `function-gone` · `function-fails` · `function-answer` · and
 * those of the domain's rules, such as `line-under-floor` (R01) and `step-dropped` (R08).
 *
 * @article none — technical
 */
export interface Fault {
  readonly code: string;
  /** The module's code, e.g. `430000`. */
  readonly module: string;
  /** Path in the module, e.g. `monitoringLines[0].value.perCapitaIncome`. */
  readonly path: string;
  /** First day of the entry that it stands in, as written; null outside dated entries. */
  readonly day: string | null;
  readonly found: string;
  readonly expected: string;
  /** Article of 中农组发〔2021〕7号, `G`, or null where the reason is technical. */
  readonly article: string | null;
  readonly suggestion: string | null;
}

/** 路径 · Writes a path as it is read in code: `procedures[1].value.steps[0].level`. @article none — technical */
export function writePath(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${part}]`;
    return path === '' ? String(part) : `${path}.${String(part)}`;
  }, '');
}
