/**
 * 工具包版本 · The kit's own semantic version: major where a module must be rewritten, minor where something was added.
 *
 * @article none — technical
 */
export const SDK_VERSION = '1.2.0';

type Version = readonly [major: number, minor: number, patch: number];

const RANGE = /^(\^|~|>=|)(\d+)\.(\d+)\.(\d+)$/;

/**
 * 版本范围 · Whether a version lies in a range; null where the range is none.
 *
 * Known forms: `1.2.3` that one · `^1.2.3` up to the next major · `~1.2.3` up to the next minor · `>=1.2.3`.
 * Under 1.0.0 the caret stays in its minor.
 *
 * @article none — technical
 * @example isInRange('1.4.0', '^1.2.3') // true
 */
export function isInRange(version: string, range: string): boolean | null {
  const [wanted, found] = [RANGE.exec(range.trim()), RANGE.exec(version)];
  if (wanted === null || found === null) return null;
  const [least, is] = [partsOf(wanted), partsOf(found)];
  const order = compare(is, least);
  const [sameMajor, sameMinor] = [is[0] === least[0], is[0] === least[0] && is[1] === least[1]];
  switch (wanted[1]) {
    case '^':
      return order >= 0 && (least[0] === 0 ? sameMinor : sameMajor);
    case '~':
      return order >= 0 && sameMinor;
    case '>=':
      return order >= 0;
    default:
      return order === 0;
  }
}

function partsOf(match: RegExpExecArray): Version {
  return [Number(match[2]), Number(match[3]), Number(match[4])];
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
