/** Shown where a text has another form than expected: nothing of it, not even its length. */
const NOTHING_SHOWN = '***';

/**
 * 姓名脱敏 · The first character and an asterisk for each further one; of a name in letters, the first letter and `***`.
 *
 * Works on code points, so that a rare character counts once. A name of one character, or one that begins with no
 * letter, shows nothing.
 *
 * @throws never
 * @article none — technical
 * @example maskName('张三') // '张*'
 * @example maskName('Maria') // 'M***'
 */
export function maskName(name: string): string {
  const [first = '', ...others] = name.trim();
  if (!/^\p{Letter}$/u.test(first)) return NOTHING_SHOWN;
  if (!/^\p{Script=Han}$/u.test(first)) return others.length === 0 ? NOTHING_SHOWN : `${first}***`;
  return others.length === 0 ? '*' : first + '*'.repeat(others.length);
}

/**
 * 身份号码脱敏 · The first six of 18 characters; a disability card's further digits are hidden too.
 *
 * Eight of the others are the day of birth, which stands beside it in the open: were the last four shown as well, whoever
 * reads both could write the number down without giving a purpose.
 *
 * @throws never; what is no such number shows nothing
 * @article none — technical
 * @example maskIdNumber('430121194912310034') // '430121************'
 */
export function maskIdNumber(number: string): string {
  const match = /^(\d{6})\d{11}[\dXx](.{2}|.{4})?$/.exec(number.trim());
  if (match === null) return NOTHING_SHOWN;
  return `${match[1]}${'*'.repeat(12 + (match[2]?.length ?? 0))}`;
}

/**
 * 电话脱敏 · The first three and the last four of a mobile number, with or without +86, spaces and hyphens.
 *
 * @throws never; what is no mobile number shows nothing
 * @article none — technical
 * @example maskPhone('13812341234') // '138****1234'
 */
export function maskPhone(phone: string): string {
  const match = /^(?:\+?86)?(1\d{2})\d{4}(\d{4})$/.exec(phone.replace(/[\s-]/g, ''));
  return match === null ? NOTHING_SHOWN : `${match[1]}****${match[2]}`;
}
