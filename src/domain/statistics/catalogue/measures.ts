import { dimension, measure, type StatCatalogue } from '../definition.js';
import { regionDimension, timeDimension } from './shared-dimensions.js';

/** 帮扶措施统计目录 · What support measures are grouped by, and what is computed of them. @article 4.1 */
export const MEASURE_CATALOGUE: StatCatalogue = {
  subject: 'MEASURES',
  dimensions: [
    regionDimension('The region of the case at the level asked for; null where it is known above that level only.'),
    dimension('family', ['帮扶类别', 'Family'], 'Family of its instrument.', '4.1'),
    dimension('instrument', ['帮扶政策工具', 'Instrument'], 'The instrument that it is a use of, by its code.', '4.1'),
    dimension('nature', ['帮扶性质', 'Nature'], 'Nature of its instrument.', '4.2'),
    dimension('timing', ['措施时机', 'Timing'], 'Whether preventive or after the fact.', '4.1'),
    dimension('fundingSource', ['资金来源', 'Funding source'], 'Who pays for it.', '4.1'),
    dimension('status', ['措施状态', 'Status'], 'Where the measure stands.', '4.1'),
    timeDimension('startedIn', ['起始时间', 'Started in'], 'the first day planned', '4.1'),
  ],
  measures: [
    measure('measures', ['帮扶措施数', 'Measures'], 'Number of measures.', '4.1', ['MEASURES', 'COUNT']),
    measure(
      'households',
      ['户数', 'Households'],
      'Number of different households: one with several measures in the cell counts once in it.',
      '4.1',
      ['HOUSEHOLDS', 'DISTINCT'],
    ),
    measure(
      'budget',
      ['计划金额', 'Budget'],
      'Sum of what was planned to be spent, in yuan; null where nothing was planned in money.',
      '4.1',
      ['YUAN', 'SUM'],
    ),
    measure('delivered', ['已落实金额', 'Delivered'], 'Sum of the deliveries so far, in yuan.', '4.1', ['YUAN', 'SUM']),
  ],
};
