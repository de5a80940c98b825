import { adaptProcedure, announcement, dated, nationalProcedure, workingDays } from '#province-sdk';
import national from '../national/index.js';
import { ELIMINATION_CHUXIONG, IDENTIFICATION_WENSHAN } from './sources.js';

const [CHUXIONG, WENSHAN] = ['532301', '532601'];
// Wenshan's catalogue has no date: it begins with the module's first own rule.
const [FROM_WENSHAN, FROM_CHUXIONG] = ['2023-01-01', '2024-12-30'];

/** 楚雄市风险消除、文山市识别 · 审核批准和公告; 确定公告 within five working days. @article G */
export const PROCEDURES = dated([
  {
    from: FROM_WENSHAN,
    county: WENSHAN,
    value: adaptProcedure(nationalProcedure(national, 'IDENTIFICATION', FROM_WENSHAN), {
      add: [announcement({ level: 'COUNTY', deadline: workingDays(5) })],
    }),
    source: IDENTIFICATION_WENSHAN,
  },
  {
    from: FROM_CHUXIONG,
    county: CHUXIONG,
    value: adaptProcedure(nationalProcedure(national, 'ELIMINATION', FROM_CHUXIONG), {
      add: [announcement({ level: 'COUNTY' })],
    }),
    source: ELIMINATION_CHUXIONG,
  },
]);
