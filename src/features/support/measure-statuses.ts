import type { MeasurePort } from '../case/index.js';
import { setMeasureStatuses } from './measure-write.repository.js';

/**
 * 措施状态 · What the end of a run does to the measures of its case.
 *
 * @article 4.1
 */
export const measureStatuses: MeasurePort = { setStatuses: setMeasureStatuses };
