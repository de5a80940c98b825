import { type DimensionDefinition, dimension } from '../definition.js';

/** 区划维度 · The region at a level; may be asked for several times under aliases. @article 5.1 */
export function regionDimension(how: string): DimensionDefinition {
  return dimension('region', ['行政区划', 'Region'], how, '5.1', { takes: 'LEVEL' });
}

/** 特殊群体维度 · Of the household itself or of the case's. @article 2.1 */
export function specialGroupDimension(of: 'household' | 'case'): DimensionDefinition {
  return dimension(
    'specialGroup',
    ['特殊群体', 'Special group'],
    `A ${of} counts once for each special group of the household, and in the row of null where it has none: the rows add up to more than there are ${of}s.`,
    '2.1',
    { overlapping: true },
  );
}

/** 时间维度 · First day of the bucket that a day of the unit falls into. @article none — technical */
export function timeDimension(
  name: string,
  term: readonly [zh: string, en: string],
  day: string,
  article: string,
): DimensionDefinition {
  return dimension(
    name,
    term,
    `First day of the day, month, quarter or year of ${day}; null where there is none.`,
    article,
    { takes: 'BUCKET' },
  );
}
