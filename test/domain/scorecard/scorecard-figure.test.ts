import { expect, it } from 'vitest';
import { readersBehind } from '../../../src/domain/jurisdiction/scorecard-readers.js';
import { isShareFigure, SCORECARD_FIGURES } from '../../../src/domain/scorecard/scorecard-figure.js';

it('has three numbers among the 13 figures, the others are shares', () => {
  expect(SCORECARD_FIGURES).toHaveLength(13);
  expect(SCORECARD_FIGURES.filter((figure) => !isShareFigure(figure))).toEqual([
    'HOUSEHOLDS',
    'MONITORED',
    'DATA_QUALITY_FLAGS',
  ]);
});

it('shows the records behind no figure to analysts, departments and residents', () => {
  for (const figure of SCORECARD_FIGURES)
    for (const role of ['ANALYST', 'DEPARTMENT_CLIENT', 'RESIDENT', 'PROVINCE_IT'] as const)
      expect(readersBehind(figure), figure).not.toContain(role);
});

it('shows cases to a village worker and to an auditor, findings to the auditor alone, alerts to neither', () => {
  const both = (figure: (typeof SCORECARD_FIGURES)[number]) =>
    (['VILLAGE_WORKER', 'AUDITOR'] as const).map((role) => readersBehind(figure).includes(role));
  expect(both('RELAPSE_RATE')).toEqual([true, true]);
  expect(both('DATA_QUALITY_FLAGS')).toEqual([false, true]);
  expect(both('ALERTS_VERIFIED_ON_TIME')).toEqual([false, false]);
});
