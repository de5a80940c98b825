/** 收入口径 · What a line measures: 家庭人均纯收入 or 人均可支配收入. @article 2.2 */
export const INCOME_CONCEPTS = ['NET_INCOME', 'DISPOSABLE_INCOME'] as const;
export type IncomeConcept = (typeof INCOME_CONCEPTS)[number];
