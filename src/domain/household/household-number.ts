const ANY_NUMBER = /^[0-9A-Za-z](?:[0-9A-Za-z-]{2,30})[0-9A-Za-z]$/;
const OWN_NUMBER = /^\d{6}H\d{10}$/;

/**
 * 户编号 · The number that this register gives out: county, `H`, and ten digits of a sequence.
 *
 * @param county  six digits
 * @param sequence  from 1 up
 * @article none — technical
 * @example householdNumberOf('430121', 42) // '430121H0000000042'
 */
export function householdNumberOf(county: string, sequence: number): string {
  return `${county}H${String(sequence).padStart(10, '0')}`;
}

/**
 * 户编号的问题 · What is wrong with a number that a new household comes with, or null. Numbers of our own form are given out
 * only, so that none is taken before its turn.
 *
 * @article none — technical
 */
export function faultOfHouseholdNumber(number: string): string | null {
  if (!ANY_NUMBER.test(number)) return 'a household number has 4 to 32 letters, digits and hyphens';
  return OWN_NUMBER.test(number) ? 'numbers of this form are given out here; leave it out to be given one' : null;
}
