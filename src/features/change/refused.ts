import type { Refusal } from '../../domain/kernel/verdict.js';

/** 拒绝 · Thrown inside a change so that the transaction is rolled back and nothing is written; answered as userErrors. */
export class Refused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super('refused');
    this.name = 'Refused';
  }
}

/** 如有拒绝则中止 · Ends the change when there is any refusal. @throws Refused */
export function refuseAny(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refused(refusals);
}
