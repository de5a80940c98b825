import { checkBandsCover } from '../../domain/province/rules/bands-cover.js';
import { soundParts } from '../sound-parts.js';
import { faultOf, type ModuleCheck } from './check-context.js';

/** 分档检查 · Bands cover every income once. @article 2.2 */
export const checkBands: ModuleCheck = ({ module }) =>
  soundParts(module, 'bands').flatMap(({ index, part }) =>
    checkBandsCover(part.value).map((reason) =>
      faultOf(
        reason,
        { module, path: ['bands', index, 'value'], day: part.from },
        'bands that meet and leave no income out',
      ),
    ),
  );
