import { checkAlertGrades } from '../../domain/province/rules/alert-grades-rise.js';
import { soundParts } from '../sound-parts.js';
import { faultOf, type ModuleCheck } from './check-context.js';

/** 预警检查 · The grades of every kind of alert can be given. @article 3.1 */
export const checkAlertKinds: ModuleCheck = ({ module }) =>
  soundParts(module, 'alertKinds').flatMap(({ index, part }) =>
    part.value.flatMap((kind, place) =>
      checkAlertGrades(kind).map((reason) =>
        faultOf(
          reason,
          { module, path: ['alertKinds', index, 'value', place, 'grades'], day: part.from },
          'greater amounts for graver grades, over the threshold',
        ),
      ),
    ),
  );
