import type { PolicySource } from '../../domain/kernel/source.js';

/**
 * 依据文件 · Where a value comes from, named once and given to every entry that rests on it.
 *
 * `standing` says how sure it is: `document` read itself · `county-practice` one county's text · `derived` by arithmetic ·
 * `inferred` from a sibling text · `national-default` the baseline's own choice.
 *
 * @article 2.2
 * @example source({ id: 'shaanxi-lines', title: '某省防止返贫监测范围', issuedOn: '2023-02-20', standing: 'document' })
 */
export function source(written: PolicySource): PolicySource {
  return written;
}
