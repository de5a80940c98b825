/**
 * 同名比对 · A name in the form in which names are compared: the same person is written 张三, 张 三, 张三(村支书) or Zhang·San by
 * different hands. What stands in brackets, spaces, dots and hyphens play no part, nor do width and case; beside a
 * digit a dot or a hyphen belongs to a login (clerk-1-1 is not clerk-11).
 *
 * Whoever is written by another name altogether is not found so; what is compared are names and subjects, not people.
 *
 * @article 3.2
 * @example comparedName(' 张 三(村支书)') // '张三'
 */
export function comparedName(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase();
  const bare = plain.replace(/\([^()]*\)|\[[^\]]*\]|【[^】]*】/gu, '').replace(/[\s\p{Cf}·・、,;]/gu, '');
  const joined = bare.replace(/(?<!\d)[\p{Pd}.](?!\d)/gu, '');
  return joined === '' ? plain.trim() : joined;
}
