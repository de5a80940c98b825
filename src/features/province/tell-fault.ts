import type { Fault } from '../../province-sdk/index.js';

/**
 * 错误说明 · A fault of a module as a sentence for provincial IT: where, what was found, what was expected, and why.
 *
 * @article none — technical
 * @example tellFault(fault) // '430000 monitoringLines[0].value.perCapitaIncome (2023-01-01): … (art. 2.2)'
 */
export function tellFault({ module, path, day, found, expected, article, suggestion }: Fault): string {
  const place = [module, path, day === null ? '' : `(${day})`].filter((part) => part !== '').join(' ');
  const why = article === null ? '' : ` (${article === 'G' ? 'guide' : `art. ${article}`})`;
  const mend = suggestion === null ? '' : `; ${suggestion}`;
  return `${place}: found ${found}; expected ${expected}${why}${mend}`;
}
