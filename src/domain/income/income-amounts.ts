/** 收入金额 · The amounts of an income record, by name. @article 2.1 */
export const INCOME_AMOUNTS = [
  'wages',
  'business',
  'property',
  'transfers',
  'businessExpenses',
  'claimsPaid',
  'compliantMedicalCost',
] as const;

/** 刚性支出金额 · The amounts of unavoidable spending, by name. @article 2.1 */
export const RIGID_AMOUNTS = ['medical', 'education', 'disaster', 'accident', 'housing', 'other'] as const;
