import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { beside, FIGURE_ROWS, joined } from '../../../src/features/scorecard/figure-rows.repository.js';
import { renderSql } from '../../../src/platform/database/render-sql.js';

const PERIOD = {
  counties: ['430121', '430626'],
  region: '430000' as never,
  from: date('2023-01-01'),
  to: date('2023-12-31'),
  today: date('2023-11-30'),
};
const { counted } = FIGURE_ROWS.IDENTIFICATION;

describe('the case that a counted identification stands on', () => {
  it('is read by an index of its counties where runs are counted, which join by hashing', () => {
    expect(renderSql(counted(PERIOD, joined), 1).text).toContain(
      'c WHERE c.county_code = ANY ($1::text[]) AND c.county_code = t.county_code AND c.id = t.case_id',
    );
  });

  it('is looked up in the county of its run alone where runs are listed, page by page', () => {
    expect(renderSql(counted(PERIOD, beside), 1).text).toContain(
      'c WHERE (c.county_code = ANY ($1::text[])) IS TRUE AND c.county_code = t.county_code AND c.id = t.case_id',
    );
  });
});
