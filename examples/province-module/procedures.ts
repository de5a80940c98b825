import national from 'holdline/national';
import { adaptProcedure, calendarDays, dated, nationalProcedure, step, workingDays } from 'holdline/province-sdk';
import { z } from 'zod';
import { WORK_RULES } from './sources.js';

const FROM = '2023-02-20';

/** 附加表单 · 只问登记系统里没有的内容;已有的再问一遍会被拒绝。 */
const FAMILY_TALK = z.object({
  恳谈要点: z.string().max(500).meta({ title: '恳谈要点' }),
  愿意参加的项目: z.array(z.enum(['种植', '养殖', '务工', '其他'])).max(4),
});

/** 识别程序 · 全程20个工作日,退回补正期间不计;公示7天;增加一个入户恳谈环节,县级审定等它完成。 */
const IDENTIFICATION = adaptProcedure(nationalProcedure(national, 'IDENTIFICATION', FROM), {
  limit: workingDays(20, { stopsFor: ['RETURN'] }),
  steps: {
    'public-notice': { minimumNoticeDays: 7 },
    'county-decision': { after: ['township-review', 'family-talk'] },
  },
  add: [
    step({
      code: 'family-talk',
      name: { zh: '入户恳谈', en: 'Talk with the family' },
      kind: 'CUSTOM',
      level: 'VILLAGE',
      after: ['household-verification'],
      deadline: calendarDays(5),
      extraForm: FAMILY_TALK,
    }),
  ],
});

export const PROCEDURES = dated([{ from: FROM, value: IDENTIFICATION, source: WORK_RULES }]);
