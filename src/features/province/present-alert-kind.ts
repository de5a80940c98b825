import type { AlertKind as Kind } from '../../domain/province/alert-kind.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import type { AlertKind } from './alert-kind.graphql.js';
import type { Language } from './in-language.js';
import { presentSource } from './present-line.js';

/** 部门预警种类 · The kinds of alert of some rules as the API gives them; empty where no rule lists any. @article 3.1 */
export function presentAlertKinds({ alertKinds }: Pick<ProvinceRules, 'alertKinds'>, language: Language): AlertKind[] {
  if (alertKinds === undefined || alertKinds === null) return [];
  const source = presentSource(alertKinds.source);
  return alertKinds.value.map(
    ({ code, name, department, grade, grades = [], threshold, formerStatus, everyMonths, payload }: Kind) => ({
      ...{ code, name: name[language], department, grade, grades, threshold, everyMonths },
      formerStatus: formerStatus ?? null,
      payload: payload ?? null,
      source,
    }),
  );
}
